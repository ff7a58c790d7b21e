// Makes the TypeScript types of the server's contract. Run before everything that reads them; the result is not committed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const contract = JSON.parse(readFileSync(join(root, '..', 'api', 'openapi.json'), 'utf8'))
const target = join(root, 'src', 'api', 'schema.d.ts')

// What is not required is sent as null, and may be sent as null.
for (const schema of Object.values(contract.components.schemas)) {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!(schema.required ?? []).includes(name)) {
      schema.properties[name] = { anyOf: [property, { type: 'null' }] }
    }
  }
}
// Facts are whatever a problem tells; each reader looks for what it knows.
contract.components.schemas.ProblemBody.properties.facts.additionalProperties = true

const types = astToString(await openapiTS(contract, { rootTypes: true, rootTypesNoSchemaPrefix: true }))
if (!existsSync(target) || readFileSync(target, 'utf8') !== types) {
  writeFileSync(target, types)
}
