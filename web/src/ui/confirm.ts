import { ElMessageBox } from 'element-plus'
import 'element-plus/es/components/message-box/style/css'

/** Asks before something that cannot be taken back. The button says what happens: 删除, not 确定. */
export async function confirmed(question: string, happens: string, title = '请确认'): Promise<boolean> {
  try {
    await ElMessageBox.confirm(question, title, {
      confirmButtonText: happens,
      cancelButtonText: '取消',
      type: 'warning',
      closeOnClickModal: false,
    })
    return true
  } catch {
    return false
  }
}
