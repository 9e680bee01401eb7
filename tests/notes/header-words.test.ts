import { expect, test } from 'vitest'
import { HEADER_WORDS } from '../../src/notes/header-words.js'
import { foldHeader } from '../../src/notes/judge-header.js'

test.each(Object.entries(HEADER_WORDS))(
  'the headers of %s are written as headers are compared',
  (_, roles) => {
    const words = Object.values(roles).flatMap((written) => written.split('|'))
    expect(words.filter((word) => foldHeader(word) !== word)).toEqual([])
  },
)
