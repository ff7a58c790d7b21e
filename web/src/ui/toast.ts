import { ElMessage } from 'element-plus'
import 'element-plus/es/components/message/style/css'

/** Says briefly that something worked. What did not work stays on the page instead, in a ProblemAlert. */
export function say(message: string): void {
  ElMessage({ message, type: 'success', grouping: true, duration: 4000 })
}
