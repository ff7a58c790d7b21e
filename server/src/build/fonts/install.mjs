/*
 * Puts the fonts that ship with the server where the jar takes them from:
 *
 *   node install.mjs <work folder> <fonts folder>
 *
 *   NotoSansSC-Regular.ttf, NotoSansSC-Bold.ttf   the Chinese everybody uses
 *   rare/20000-203ff.ttf ...                      Hanazono Mincho: characters of rare names, 1024 to a file
 *   rare/index.txt                                the names of those files, without .ttf
 *
 * The web fonts of Hanazono are unpacked to TrueType, their glyphs as they are. Nothing is done while this file and the lock file
 * have not changed and every font is in its place.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = dirname(fileURLToPath(import.meta.url))
const [work, fonts] = process.argv.slice(2)

/** What Noto Sans SC lacks: the ideographs of CJK extension B to F, and the compatibility supplement. */
const RARE = /^HanaMin[AB]\.CJK-(Unified-Ideographs-Extension-[B-F]|Compatibility-Ideographs-Supplement)/

const OURS = ['package.json', 'package-lock.json', 'install.mjs', 'LICENSE-Hanazono.txt']
const fingerprint = OURS.reduce((hash, file) => hash.update(readFileSync(join(source, file))), createHash('sha256')).digest('hex')
const mark = join(fonts, '.fingerprint')
if (!isInPlace()) {
  rmSync(fonts, { recursive: true, force: true })
  mkdirSync(join(fonts, 'rare'), { recursive: true })
  download()
  copyNoto()
  await unpackHanazono()
  writeFileSync(mark, fingerprint)
}

function isInPlace() {
  const index = join(fonts, 'rare', 'index.txt')
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== fingerprint || !existsSync(index)) {
    return false
  }
  const rare = readFileSync(index, 'utf8').trim().split('\n')
  const files = ['NotoSansSC-Regular.ttf', 'NotoSansSC-Bold.ttf', ...rare.map((range) => join('rare', `${range}.ttf`))]
  return files.every((file) => existsSync(join(fonts, file)))
}

/** The packages lie below the work folder: the source tree stays clean. */
function download() {
  const downloaded = join(work, '.fingerprint')
  if (existsSync(downloaded) && readFileSync(downloaded, 'utf8') === fingerprint) {
    return
  }
  mkdirSync(work, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(source, file), join(work, file))
  }
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work, stdio: 'inherit' })
  writeFileSync(downloaded, fingerprint)
}

function copyNoto() {
  const noto = join(work, 'node_modules/@expo-google-fonts/noto-sans-sc')
  copyFileSync(join(noto, '400Regular/NotoSansSC_400Regular.ttf'), join(fonts, 'NotoSansSC-Regular.ttf'))
  copyFileSync(join(noto, '700Bold/NotoSansSC_700Bold.ttf'), join(fonts, 'NotoSansSC-Bold.ttf'))
  copyFileSync(join(noto, 'LICENSE_FONT'), join(fonts, 'LICENSE-NotoSansSC.txt'))
}

async function unpackHanazono() {
  const hanazono = join(work, 'node_modules/hanamin')
  const { decompress } = createRequire(join(work, 'package.json'))('wawoff2')
  const ranges = []
  for (const { file, range } of webFonts(readFileSync(join(hanazono, 'HanaMin.css'), 'utf8'))) {
    if (RARE.test(file)) {
      writeFileSync(join(fonts, 'rare', `${range}.ttf`), await decompress(readFileSync(join(hanazono, file))))
      ranges.push(range)
    }
  }
  writeFileSync(join(fonts, 'rare', 'index.txt'), ranges.join('\n') + '\n')
  copyFileSync(join(source, 'LICENSE-Hanazono.txt'), join(fonts, 'rare', 'LICENSE-Hanazono.txt'))
}

/** Which file of the style sheet has which characters; those of one unbroken range only. */
function webFonts(styleSheet) {
  return [...styleSheet.matchAll(/@font-face\s*{([^}]*)}/g)].flatMap(([, rule]) => {
    const file = /url\(["']?(?:\.\/)?([^"')]+\.woff2)/.exec(rule)?.[1]
    const range = /unicode-range:\s*U\+([0-9a-f]+-[0-9a-f]+)\s*(?:;|$)/i.exec(rule)?.[1]?.toLowerCase()
    return file && range ? [{ file, range }] : []
  })
}
