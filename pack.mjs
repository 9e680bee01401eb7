import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/*
 * `prepare` builds a clone when its packages are installed; who installs the packed file has nothing to build, and npm warns
 * of the script. So it is left out while packing (prepack), and put back afterwards (postpack).
 */
const KEPT = 'package.json.kept'
if (process.argv[2] === 'restore') {
  if (existsSync(KEPT)) renameSync(KEPT, 'package.json')
} else {
  const text = readFileSync('package.json', 'utf8')
  const manifest = JSON.parse(text)
  delete manifest.scripts
  delete manifest.devDependencies
  writeFileSync(KEPT, text)
  writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
}
