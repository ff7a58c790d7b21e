import { useWrite, type Write } from '@/api/writes'
import { confirmed } from '@/ui/confirm'
import { say } from '@/ui/toast'

interface Own {
  withdraw: Write<number>
  remove: Write<number>
  submit: Write<{ id: number; version: number }>
  withdrawAfterAsking(id: number): Promise<void>
  /** Whether it is gone now. */
  removeAfterAsking(id: number, title: string): Promise<boolean>
}

/** What somebody does with a declaration of his own, from the list or from its page. */
export function useOwn(): Own {
  const refreshes = ['/api/me/declarations', '/api/declarations']
  const withdraw = useWrite(
    (api, id: number) => api.DELETE('/api/declarations/{id}/submission', { params: { path: { id } } }),
    { refreshes, done: () => say('已撤销，可修改后重新提交') },
  )
  const remove = useWrite((api, id: number) => api.DELETE('/api/declarations/{id}', { params: { path: { id } } }), {
    refreshes: ['/api/me/declarations'],
    done: () => say('已删除'),
  })
  const submit = useWrite(
    (api, { id, version }: { id: number; version: number }) =>
      api.POST('/api/declarations/{id}/submission', { params: { path: { id } }, body: { version } }),
    { refreshes, done: (detail) => say(`已提交申报，现由${detail.holder ?? '审核单位'}审核`) },
  )
  return {
    withdraw,
    remove,
    submit,
    async withdrawAfterAsking(id) {
      if (await confirmed('撤销后变更为待提交状态，单位不再审核；修改后可以重新提交。', '撤销申报')) {
        await withdraw.run(id)
      }
    },
    async removeAfterAsking(id, title) {
      if (!(await confirmed(`“${title}”删除后不能恢复。`, '删除'))) {
        return false
      }
      await remove.run(id)
      return remove.problem === null
    },
  }
}
