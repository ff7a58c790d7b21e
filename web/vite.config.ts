import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    vue(),
    Components({
      // Element Plus on demand; our own components are imported by name, so that a reader finds them.
      dirs: [],
      resolvers: [ElementPlusResolver({ importStyle: 'css' })],
      dts: false,
    }),
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|svg)$/, threshold: 1000 }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    manifest: true,
    // Every browser this is built for preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files a page: what every page needs in two, what many share in two more.
          groups: [
            {
              name: 'vue',
              test: /node_modules\/(@vue|vue|vue-router|pinia|@tanstack|openapi-fetch)\//,
              priority: 3,
            },
            { name: 'element', test: /node_modules\//, minShareCount: 8, priority: 2 },
            { name: 'base', test: /src\/(api|lib|ui|shell)\//, minShareCount: 6, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env.XUESHI_WEB_PORT ?? 5173),
    strictPort: true,
    proxy: { '/api': process.env.XUESHI_URL ?? 'http://localhost:8080' },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    css: false,
    setupFiles: ['src/testing/setUp.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
