// An endpoint on loopback that puts all notes in one theme, after so many milliseconds. Prints its address.
import { createServer } from 'node:http'

const delay = Number(process.argv[2])

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const { messages } = JSON.parse(body)
    const ids = [...messages.at(-1).content.matchAll(/^\[(\d+),"/gm)].map(([, id]) => Number(id))
    const content = JSON.stringify({
      themes: [{ title: 'All', summary: 'All notes.', notes: ids }],
      unplaced: [],
    })
    const choice = { index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null } }
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 }
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ id: 'x', object: 'chat.completion', choices: [choice], usage }))
    }, delay)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/v1`))
