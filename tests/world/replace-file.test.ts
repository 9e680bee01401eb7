import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkReplaceable, replaceFile } from '../../src/world/replace-file.js'
import { emptyFolder } from '../support/spawn-program.js'

test('a file stands where the system finds its path, however links and ".." make it up', async () => {
  const folder = await emptyFolder()
  await mkdir(join(folder, 'far/sub'), { recursive: true })
  await symlink('far/sub', join(folder, 'link'))
  const path = `${folder}/link/../out.md` // not joined: that would cut "link/.." out
  await checkReplaceable(path)
  for (const text of ['new', 'again']) {
    await replaceFile(path, text)
    expect(await readFile(join(folder, 'far/out.md'), 'utf8')).toBe(text)
  }
  expect(await readdir(folder)).toEqual(['far', 'link'])
  expect(await readdir(join(folder, 'far'))).toEqual(['out.md', 'sub'])
})

test('a link to nothing stays a link, and what it names is written', async () => {
  const folder = await emptyFolder()
  const path = join(folder, 'link.md')
  await symlink('nowhere.md', path)
  await checkReplaceable(path)
  await replaceFile(path, 'text')
  expect(await readlink(path)).toBe('nowhere.md')
  expect(await readFile(join(folder, 'nowhere.md'), 'utf8')).toBe('text')
})

test('a link is refused where links are, and what it leads to stays as it is', async () => {
  const folder = await emptyFolder()
  await writeFile(join(folder, 'theirs'), 'theirs')
  await symlink('theirs', join(folder, 'link'))
  await expect(replaceFile(join(folder, 'link'), 'ours', { refusesLinks: true })).rejects.toMatchObject({
    code: 'ELOOP',
  })
  expect(await readFile(join(folder, 'theirs'), 'utf8')).toBe('theirs')
})
