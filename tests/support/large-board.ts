import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request } from '../../src/model/request.js'
import { type Behaviour, completion } from './endpoint-server.js'
import { dealOut } from './queued-model.js'
import { emptyFolder } from './spawn-program.js'

/** An empty folder with a board.csv of so many groups, four notes each. */
export async function folderWithBoard(groups: number): Promise<string> {
  const cwd = await emptyFolder()
  const rows = Array.from({ length: groups * 4 }, (_, row) => `Persona ${row % groups},Pains,note ${row}`)
  await writeFile(join(cwd, 'board.csv'), ['persona,quadrant,note', ...rows, ''].join('\n'))
  return cwd
}

/** Answers as a model that deals notes out would, after so many milliseconds. */
export function dealOutAfter(milliseconds: number): Behaviour {
  return (response, request) => {
    setTimeout(() => completion(dealOut(request as unknown as Request))(response, request), milliseconds)
  }
}
