import type { Decision } from '../../decisions/decision.js'
import type { ReviewAnswer, ReviewState } from '../protocol.js'
import { describeDecision, withoutQuotations } from './view.js'

/** Decisions, and what they do, for the user. */
export type Asked = { decisions: Decision[]; done: string }

/** The state that is shown, and the changes that may be asked for. */
export type Store = {
  state(): ReviewState
  /**
   * Asks for decisions, and says what they do once the file has them. They are made when it is their turn, on what the change
   * before them left: whoever is quick means the board as it will be. Nothing where nothing is to be done any more.
   */
  add(make: () => Asked | undefined): Promise<boolean>
  undo(): Promise<void>
  redo(): Promise<void>
  canRedo(): boolean
}

/**
 * `changed` is called with every state that comes from the file, and told which decision was taken back or made again; `say` with
 * what became of a change.
 */
export async function openStore(
  changed: (decision?: Decision) => void,
  say: (text: string) => void,
): Promise<Store> {
  let state = (await (await fetch('state')).json()) as ReviewState
  let takenBack: Decision[] = []
  // A change is asked for when the one before it is answered: each is made on the version that it leaves.
  let last: Promise<unknown> = Promise.resolve()

  const ask = async (change: { add: Decision[] } | { undo: true }): Promise<ReviewAnswer | undefined> => {
    const answer = await post('changes', { version: state.version, ...change })
    if (typeof answer === 'string') {
      say(answer)
      return undefined
    }
    state = answer.state
    if (!answer.made) {
      takenBack = []
      say(`Not made: ${answer.because}.`)
    }
    changed(answer.made ? answer.takenBack : undefined)
    return answer
  }
  const sayOf = (decision: Decision, what: string): void =>
    say(
      `${decision.persona} / ${decision.quadrant}: ${describeDecision(decision)} ${what}. Saved in ${state.file}.`,
    )
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => {})
    return next
  }

  return {
    state: () => state,
    canRedo: () => takenBack.length > 0,
    add: (make) =>
      inTurn(async () => {
        const asked = make()
        if (!asked) return false
        const made = (await ask({ add: asked.decisions }))?.made === true
        if (made)
          say(`${asked.done}${withoutQuotations(asked.decisions, state.summary)} Saved in ${state.file}.`)
        if (made && takenBack.length > 0) {
          takenBack = []
          changed()
        }
        return made
      }),
    undo: () =>
      inTurn(async () => {
        const answer = await ask({ undo: true })
        if (!answer?.made || !answer.takenBack) return
        takenBack.push(answer.takenBack)
        sayOf(answer.takenBack, 'is taken back')
        changed()
      }),
    redo: () =>
      inTurn(async () => {
        const again = takenBack.pop()
        if (!again) return
        const rest = takenBack
        if (!(await ask({ add: [again] }))?.made) return
        takenBack = rest
        sayOf(again, 'is made again')
        changed(again)
      }),
  }
}

/** Tells the program that the user is done; what it writes then, as a sentence, or nothing. */
export async function end(): Promise<string> {
  const response = await fetch('end', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return response.ok ? ((await response.json()) as { writes: string }).writes : ''
}

/** What the program answers to a change, or what is wrong in words. */
async function post(path: string, body: object): Promise<ReviewAnswer | string> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.status === 200 || response.status === 409) return (await response.json()) as ReviewAnswer
    return `Not saved: ${(await response.text()).trim()}`
  } catch {
    return 'Not saved: the program is not running any more. Start the same command again and open the new address; what was saved is kept.'
  }
}
