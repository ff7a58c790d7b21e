/** What a state looks like: grey, blue, green, amber or red; never told by the colour alone. */
export type Tone = 'quiet' | 'open' | 'good' | 'care' | 'bad'

/** The words of an enum. A new value fails the type check until it has one. */
export type Words<S extends string> = Record<S, string>

/** The words of states, and how they look. */
export type States<S extends string> = Record<S, { word: string; tone: Tone }>

/** The words alone, for a filter for instance. */
export function wordsOf<S extends string>(states: States<S>): Words<S> {
  return Object.fromEntries(
    Object.entries<{ word: string }>(states).map(([key, state]) => [key, state.word]),
  ) as Words<S>
}
