import { readFileSync } from 'node:fs'

/** Somebody of the demo province, as the table on the terminal shows him. */
export interface Person {
  kind: string
  name: string
  place: string
  login: string
  password: string
}

let table: Person[] | undefined

function people(): Person[] {
  table ??= readFileSync(process.env.XUESHI_PEOPLE ?? '../data/demo/secrets/demo-people.txt', 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.trim().split(/\s{2,}/)
      return {
        kind: cells[0]!,
        name: cells[1]!,
        place: cells.length > 4 ? cells[2]! : '',
        login: cells.at(-2)!,
        password: cells.at(-1)!,
      }
    })
  return table
}

/** The one whom the table calls so: by his kind (用户类型) or, where a kind has several, his name. */
export function person(kindOrName: string): Person {
  const found = people().find((one) => one.kind === kindOrName || one.name === kindOrName)
  if (!found) {
    throw new Error(`Nobody in the table of demo people is ${kindOrName}`)
  }
  return found
}
