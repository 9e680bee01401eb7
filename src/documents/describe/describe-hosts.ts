import type { Speech } from '../words/speech.js'

/** "Answered by a model on this machine and api.example" */
export function describeHosts(hosts: readonly string[], { words, fill, list }: Speech): string {
  return fill(words.answeredBy, {
    hosts: list(hosts.map((host) => (host === 'loopback' ? words.thisMachine : host))),
  })
}
