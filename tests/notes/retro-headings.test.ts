import { expect, test } from 'vitest'
import { RETRO_HEADINGS } from '../../src/notes/retro-headings.js'
import { foldName } from '../../src/text/fold.js'

test.each(Object.entries(RETRO_HEADINGS))(
  'the headings in %s are written as they are compared',
  (_, headings) => {
    expect(headings.split('|').filter((heading) => foldName(heading) !== heading)).toEqual([])
  },
)
