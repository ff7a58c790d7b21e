import { computed, onScopeDispose, reactive, ref, type Ref } from 'vue'
import { fetchFile, upload } from '@/api/files'
import { randomUuid } from '@/api/intention'
import { Problem } from '@/api/problem'
import type { Evidence } from '@/api/schema'
import { fileSize } from '@/lib/format'

export const FORMATS = ['image/jpeg', 'image/png', 'image/gif', 'image/bmp']

/** What may be uploaded. */
export interface EvidenceRule {
  most?: number | undefined
  megabytes?: number | undefined
  /** Where a stored image is; without it only what was uploaded here can be shown. */
  pathOf?: ((fileId: string, small: boolean) => string) | undefined
}

/** An image on its way to the server. */
export interface Sending {
  id: string
  slot: string
  file: File
  address: string
  share: number
  problem: string | null
}

/** The images of 佐证材料: those that are there, those on their way, and what is wrong with those that were chosen. */
export interface EvidenceImages {
  /** Whether something is on its way. */
  readonly busy: boolean
  /** How many more there may be. */
  readonly room: number
  /** Why what was chosen last was not taken, by the slot. */
  readonly refused: Readonly<Record<string, string>>
  inSlot(slot: string): Evidence[]
  sendingInSlot(slot: string): Sending[]
  /** Where an image that was uploaded here is shown from. */
  addressOf(fileId: string): string | undefined
  /** Where all of them are in full size, in their order. */
  largeAddresses(): Promise<string[]>
  add(slot: string, files: File[]): void
  send(sendingId: string): Promise<void>
  dismiss(sendingId: string): void
  remove(fileId: string): void
  note(fileId: string, text: string): void
}

export function useEvidence(evidence: Ref<Evidence[]>, rule: EvidenceRule): EvidenceImages {
  const sending = ref<Sending[]>([])
  const refused = ref<Record<string, string>>({})
  const addresses = new Map<string, string>()
  const most = computed(() => rule.most ?? Number.POSITIVE_INFINITY)
  const room = computed(() => most.value - evidence.value.length - sending.value.length)

  function add(slot: string, files: File[]) {
    delete refused.value[slot]
    for (const file of files) {
      const wrong = whatIsWrong(file)
      if (wrong) {
        refused.value[slot] = wrong
        return
      }
      const one: Sending = { id: randomUuid(), slot, file, address: URL.createObjectURL(file), share: 0, problem: null }
      sending.value.push(one)
      void send(one.id)
    }
  }

  /** The sources' own words where they have them. */
  function whatIsWrong(file: File): string | null {
    if (!FORMATS.includes(file.type)) {
      return '文件格式必须为*.jpg *.jpeg *.gif *.bmp *.png的图片'
    }
    if (rule.megabytes && file.size > rule.megabytes * 1_000_000) {
      return `“${file.name}”为 ${fileSize(file.size)}，单个文件不能超过 ${rule.megabytes} MB`
    }
    return room.value <= 0 ? `最多能上传${most.value}个图片附件` : null
  }

  async function send(sendingId: string) {
    const one = sending.value.find((each) => each.id === sendingId)!
    one.problem = null
    try {
      const stored = await upload({ file: one.file, key: one.id, progress: (share) => (one.share = share) })
      addresses.set(stored.id, one.address)
      evidence.value = [...evidence.value, { slot: one.slot, fileId: stored.id, note: null }]
      forget(sendingId)
    } catch (failed) {
      one.problem = failed instanceof Problem ? failed.detail : '上传未完成，请重试'
    }
  }

  function forget(sendingId: string) {
    sending.value = sending.value.filter((each) => each.id !== sendingId)
  }

  async function largeAddress(fileId: string): Promise<string> {
    const known = addresses.get(fileId)
    if (known || !rule.pathOf) {
      return known ?? ''
    }
    const address = URL.createObjectURL(await fetchFile(rule.pathOf(fileId, false)))
    addresses.set(fileId, address)
    return address
  }

  onScopeDispose(() => [...addresses.values(), ...sending.value.map((one) => one.address)].forEach(URL.revokeObjectURL))

  return reactive({
    busy: computed(() => sending.value.some((one) => one.problem === null)),
    room,
    refused,
    inSlot: (slot: string) => evidence.value.filter((one) => one.slot === slot),
    sendingInSlot: (slot: string) => sending.value.filter((one) => one.slot === slot),
    addressOf: (fileId: string) => addresses.get(fileId),
    largeAddresses: () => Promise.all(evidence.value.map((each) => largeAddress(each.fileId))),
    add,
    send,
    dismiss(sendingId: string) {
      URL.revokeObjectURL(sending.value.find((each) => each.id === sendingId)?.address ?? '')
      forget(sendingId)
    },
    remove(fileId: string) {
      evidence.value = evidence.value.filter((each) => each.fileId !== fileId)
    },
    note(fileId: string, text: string) {
      evidence.value = evidence.value.map((each) => (each.fileId === fileId ? { ...each, note: text || null } : each))
    },
  }) as unknown as EvidenceImages
}
