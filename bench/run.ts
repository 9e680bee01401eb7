// Measures speed as ratios within one run: each figure is the median of several rounds, in which the thing
// and its yardstick take turns, so that a busy machine slows both.
import { simulateBatch } from './batch.js'
import { benchEndpoint, benchSimple } from './endpoint.js'
import { benchLarge } from './large.js'
import { benchRateLimit } from './rate-limit.js'
import { benchReading } from './reading.js'
import { benchStart } from './start.js'

const results = [...(await benchStart()), await benchReading(), ...(await benchEndpoint())]
for (const { name, taken, yardstick, against, aim } of results) {
  const [figure, most, shown] =
    'ratio' in aim
      ? [taken / yardstick, aim.ratio, `${(taken / yardstick).toFixed(2)} x, aim at most ${aim.ratio} x`]
      : [
          taken - yardstick,
          aim.over,
          `${(taken - yardstick).toFixed(0)} ms over it, aim at most ${aim.over} ms`,
        ]
  console.log(
    `${name}\n  ${taken.toFixed(0)} ms against ${yardstick.toFixed(0)} ms (${against}): ${shown}: ${figure <= most ? 'ok' : 'SHORT OF AIM'}`,
  )
}

console.log(`(d) the same beside a simple script, which records and checks nothing`)
for (const { name, seconds, cpuSeconds, megabytes } of await benchSimple()) {
  console.log(
    `  ${name}: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor time, ${megabytes.toFixed(0)} MB`,
  )
}

console.log('(e) 100 requests to a server that allows 10 a second')
for (const { name, answered, refused, taken, ideal } of await benchRateLimit()) {
  console.log(
    `  ${name}: ${answered} answered, ${refused} refusals, ${(taken / ideal).toFixed(2)} x the ideal time`,
  )
}

const { bytes, ours, theirs } = await benchLarge()
console.log('(f) reading 1,000,000 notes, beside csv-parse in a process of its own')
console.log(
  `  ${(bytes / 1e6).toFixed(0)} MB: ${Math.round(1e9 / ours.milliseconds).toLocaleString('en')} notes a second, ${(ours.milliseconds / theirs.milliseconds).toFixed(2)} x its time (aim 1.2), peak memory ${(ours.peakBytes / bytes).toFixed(1)} x the file (aim 6; csv-parse ${(theirs.peakBytes / bytes).toFixed(1)} x)`,
)

console.log('(g) 10,000 groups, by a simulated clock: 3 s a reply')
for (const { name, requests, refused, rounds, hours, megabytes } of await simulateBatch()) {
  const files = megabytes > 0 ? `, ${megabytes.toFixed(0)} MB of requests` : ''
  console.log(
    `  ${name}: ${requests.toLocaleString('en')} requests, ${refused.toLocaleString('en')} refused, ${rounds} round${rounds === 1 ? '' : 's'}${files}, ${(hours * 60).toFixed(0)} minutes`,
  )
}
