// What the browser fetches to show a page for the first time: scripts and styles, compressed, in KB.
//   node scripts/first-load.mjs                     the heaviest page of all, as one number
//   node scripts/first-load.mjs /login /records     these pages, as one number: the heaviest of them
//   … --each                                        every page on a line of its own
//   … --in=<folder>                                 the folder that was built; dist if nothing is said
// Fails when a page is above the limit.
import { brotliCompressSync } from 'node:zlib'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LIMIT = 200
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'))
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const chosen = options.find((option) => option.startsWith('--in='))?.slice('--in='.length)
const built = [chosen, 'dist', '../server/target/classes/static']
  .filter(Boolean)
  .map((folder) => join(root, folder))
  .find((folder) => existsSync(join(folder, '.vite', 'manifest.json')))
if (!built) {
  console.error('Nothing is built: run `npm run build` first.')
  process.exit(2)
}
const manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8'))

/** The pages as they are declared: path, component, and the frame around them. */
function declaredPages() {
  const features = readdirSync(join(root, 'src', 'features'))
    .map((name) => `src/features/${name}/routes.ts`)
    .filter((file) => existsSync(join(root, file)))
  const pages = []
  for (const file of ['src/router.ts', ...features]) {
    const text = readFileSync(join(root, file), 'utf8')
    // A page begins with its path and ends with its component.
    for (const [declaration, path, component] of text.matchAll(/path:\s*'([^']+)'[\s\S]*?import\('([^']+)'\)/g)) {
      const module = component.startsWith('@/') ? component.replace('@/', 'src/') : join(dirname(file), component)
      const frame = /roles(:|,)/.test(declaration) ? 'WorkFrame' : 'PublicFrame'
      pages.push({ path, modules: ['index.html', `src/shell/${frame}.vue`, module] })
    }
  }
  return pages
}

/** Everything a module pulls in before it can run. */
function filesOf(module, found = new Set()) {
  const chunk = manifest[module]
  if (!chunk) {
    throw new Error(`${module} is not in the manifest`)
  }
  if (!found.has(chunk.file)) {
    found.add(chunk.file)
    for (const style of chunk.css ?? []) {
      found.add(style)
    }
    for (const imported of chunk.imports ?? []) {
      filesOf(imported, found)
    }
  }
  return found
}

const sizes = new Map()
function compressedSize(file) {
  if (!sizes.has(file)) {
    const ready = join(built, `${file}.br`)
    const bytes = existsSync(ready) ? readFileSync(ready) : brotliCompressSync(readFileSync(join(built, file)))
    sizes.set(file, bytes.length)
  }
  return sizes.get(file)
}

const measured = declaredPages()
  .filter((page) => wanted.length === 0 || wanted.includes(page.path))
  .map((page) => {
    const files = new Set(page.modules.flatMap((module) => [...filesOf(module)]))
    const kilobytes = [...files].reduce((sum, file) => sum + compressedSize(file), 0) / 1000
    return { path: page.path, kilobytes, files: files.size }
  })
  .sort((one, other) => other.kilobytes - one.kilobytes)

const missing = wanted.filter((path) => !measured.some((page) => page.path === path))
if (missing.length > 0) {
  console.error(`No such page: ${missing.join(', ')}`)
  process.exit(2)
}
if (options.includes('--each')) {
  for (const page of measured) {
    console.log(`${page.kilobytes.toFixed(1).padStart(7)} KB  ${String(page.files).padStart(3)} files  ${page.path}`)
  }
} else {
  console.log(measured[0].kilobytes.toFixed(1))
}
process.exit(measured[0].kilobytes > LIMIT ? 1 : 0)
