import { computed, type ComputedRef } from 'vue'
import { useRead } from '@/api/queries'
import type { Choice } from '@/lib/filters'

/** What the policy packs offer, as choices for filters: schemes, subjects, learning forms. */
export function usePacks(): Record<'schemes' | 'subjects' | 'forms', ComputedRef<Choice<string>[]>> {
  const packs = useRead('/api/public/policies', {}, { fresh: 600_000 })
  const all = computed(() => packs.data ?? [])
  return {
    schemes: computed(() => unique(all.value.map((pack) => ({ value: pack.id, label: pack.name })))),
    subjects: computed(() => unique(all.value.flatMap((pack) => pack.subjects.map(asChoice)))),
    forms: computed(() => unique(all.value.flatMap((pack) => pack.forms.map(asChoice)))),
  }
}

function asChoice(item: { code: string; name: string }): Choice<string> {
  return { value: item.code, label: item.name }
}

/** Packs share codes; where they call one differently, all its names are told. */
function unique(choices: Choice<string>[]): Choice<string>[] {
  const names = new Map<string, Set<string>>()
  for (const { value, label } of choices) {
    names.set(value, (names.get(value) ?? new Set()).add(label))
  }
  return Array.from(names, ([value, labels]) => ({ value, label: [...labels].join(' / ') }))
}
