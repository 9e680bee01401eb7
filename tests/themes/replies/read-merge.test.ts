import { expect, test } from 'vitest'
import { readMended } from '../../../src/themes/replies/mended-reply.js'
import { readMerge } from '../../../src/themes/replies/merge-reply.js'

const merged = (themes: number[], title = 'T', summary = 'S') => ({ title, summary, themes })

test('each found theme goes to the first merged theme that names it; unknown numbers are passed over', () => {
  expect(readMerge({ themes: [merged([2, 1, 9, 0]), merged([2, 3]), merged([1])] }, [1, 1, 1], 6)).toEqual({
    ok: true,
    value: { themes: [merged([2, 1]), merged([3])], surplus: 0 },
  })
})

test('of too many the largest are kept', () => {
  const themes = [merged([1]), merged([2]), merged([3])]
  expect(readMerge({ themes }, [5, 1, 7], 2)).toEqual({
    ok: true,
    value: { themes: [merged([1]), merged([3])], surplus: 1 },
  })
})

test.each([
  ['no title', { themes: [merged([1], ' ')] }, /theme 1 has no title/],
  ['no summary', { themes: [merged([1], 'T', '')] }, /theme 1 has no summary/],
  ['nothing that was found', { themes: [merged([7])] }, /made of found themes/],
  ['another form', { groups: [] }, /does not fit the schema/],
])('%s: the model is told', (_, reply, problem) => {
  expect(readMerge(reply, [1, 1, 1], 2)).toEqual({ ok: false, problem: expect.stringMatching(problem) })
})

test('of mended themes those count that were asked for and say something', () => {
  const theme = (number: number, title = 'New') => ({ theme: number, title, summary: ' A  line ' })
  expect(readMended({ themes: [theme(1), theme(2), theme(3, ' ')] }, [1, 3])).toEqual({
    ok: true,
    value: [{ theme: 1, title: 'New', summary: 'A line' }],
  })
  expect(readMended({ themes: [theme(2)] }, [1])).toMatchObject({ ok: false })
})
