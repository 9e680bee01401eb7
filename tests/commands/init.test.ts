import { expect, test } from 'vitest'
import { runProgram } from '../support/fake-world.js'

const BOARD = 'Rolle;Bereich;Notiz\nCoach;Pains;no time\n'

test('what inspect finds is written down', async () => {
  const { exitCode, files, stderr } = await runProgram(['init', 'board.csv'], {
    files: { 'board.csv': BOARD },
  })
  expect(exitCode).toBe(0)
  expect(stderr).toContain('Wrote sixthemes.yaml')
  await expect(files['sixthemes.yaml']).toMatchFileSnapshot('../../fixtures/documents/init.yaml')
})

test('and it can be used as it is', async () => {
  const { files } = await runProgram(['init', 'board.csv', '-c', 'own.yaml'], {
    files: { 'board.csv': BOARD },
  })
  const { exitCode, stdout } = await runProgram(['inspect', 'board.csv', '-c', 'own.yaml'], { files })
  expect(exitCode).toBe(0)
  expect(stdout).toContain('"Notiz" (by its header)')
})

test('what was said is written, and nothing of one file that the next does not have', async () => {
  const { files } = await runProgram(['init', 'list.txt', '--header-rows', '0', '-c', 'own.yaml'], {
    files: { 'list.txt': 'tea at ten\nno lockers\n', 'board.csv': BOARD },
  })
  expect(files['own.yaml']).toContain('headerRows: 0')
  const list = await runProgram(['summarize', 'list.txt', '-c', 'own.yaml', '-m', 'baseline', '-f', 'json'], {
    files,
  })
  expect(list.stdout).toContain('tea at ten')
  const plain = await runProgram(['init', 'board.csv'], { files: { 'board.csv': BOARD } })
  expect(plain.files['sixthemes.yaml']).not.toMatch(/^(?:note|delimiter|encoding|export):/m)
})

test('quadrants that no map knows become a map of your own', async () => {
  const board = 'list,note\nWent well,tea\n"To: improve",milk\n'
  const { files } = await runProgram(['init', 'board.csv'], { files: { 'board.csv': board } })
  expect(files['sixthemes.yaml']).toContain(
    '# map: workshop\n# maps:\n#   workshop:\n#     quadrants:\n#       - name: Went well\n#       - name: "To: improve"\n',
  )
  const insisted = String(files['sixthemes.yaml']).replace(/^# (?=map| {2})/gm, '')
  const { stdout } = await runProgram(['inspect', 'board.csv'], {
    files: { 'board.csv': board, 'sixthemes.yaml': insisted },
  })
  expect(stdout).toContain('map workshop')
})

test('of columns with the same header the number is written down', async () => {
  const { files } = await runProgram(['init', 'board.csv', '--note', '2'], {
    files: { 'board.csv': 'Note,Note\nx,y\n' },
  })
  expect(files['sixthemes.yaml']).toMatch(/note:\n {2}- "2"/)
})

test('an existing file is left alone', async () => {
  const setup = { files: { 'board.csv': BOARD, 'sixthemes.yaml': 'themes: 5\n' } }
  const { exitCode, files, stderr } = await runProgram(['init', 'board.csv'], setup)
  expect(exitCode).toBe(2)
  expect(stderr).toContain('left as it is')
  expect(files['sixthemes.yaml']).toBe('themes: 5\n')
})
