import { VueQueryPlugin } from '@tanstack/vue-query'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { queries } from '@/api/queries'
import App from './App.vue'
import { makeRouter } from './router'
import '@/shell/preferences'
import './styles/theme.css'
import './styles/base.css'
import './styles/print.css'

// Weeks begin on Monday.
dayjs.locale('zh-cn')

createApp(App).use(createPinia()).use(VueQueryPlugin, { queryClient: queries }).use(makeRouter()).mount('#app')
