import { COMMAND_MESSAGES } from './command-messages.js'
import { READING_MESSAGES } from './reading-messages.js'
import { known, list, meant, quoted, type Sentence } from './sentence.js'

export type { Sentence }

/** Every sentence a user may read about their own trouble, in one place. */
export const MESSAGES = {
  ...COMMAND_MESSAGES,
  usage: (d: { what: string }): Sentence => ({
    what: d.what,
    next: 'Run "sixthemes --help" for commands, options and examples.',
  }),
  'file-missing': (d: { file: string }) => ({
    what: `${d.file}: there is no such file`,
    next: 'Check the path; quote it if it contains spaces.',
  }),
  'pattern-matches-nothing': (d: { pattern: string }) => ({
    what: `${d.pattern}: no file matches`,
    next: 'Check the folder and the pattern: * stands for any letters of a name, ** for any folders.',
  }),
  'file-is-folder': (d: { file: string }) => ({
    what: `${d.file}: this is a folder, not a file`,
    next: 'Name a file inside it.',
  }),
  'file-unreadable': (d: { file: string; cause: string }) => ({
    what: `${d.file}: the file cannot be read (${d.cause})`,
    next: d.cause === 'EFBIG' ? 'It is a device that does not end; name a file.' : 'Check its permissions.',
  }),
  ...READING_MESSAGES,
  'export-unknown': (d: { kind: string; known: readonly string[]; nearest: string | undefined }) => ({
    what: `There is no kind of export "${d.kind}"; known are ${known(d.known)}`,
    next: `${meant(d.nearest)}Choose one with --export, or leave it to be found out.`,
  }),
  'several-notes': (d: { file: string; kind: string; option: string }) => ({
    what: `${d.file}: several columns of notes (${d.option}) cannot be read as an export of the kind "${d.kind}", which has one`,
    next: 'Name one column, or leave --export out.',
  }),
  'weak-guess': (d: { file: string; doubts: readonly string[] }) => ({
    what: `${d.file}: it is not plain how this file is to be read:${list(d.doubts)}`,
    next: '"sixthemes inspect" shows what was found, and "sixthemes init" writes it down for you to correct.',
  }),
  'column-unknown': (d: {
    file: string
    option: string
    column: string
    columns: readonly string[]
    nearest: string | undefined
  }) => ({
    what: `${d.file}: there is no column "${d.column}" (${d.option}); the columns are ${quoted(d.columns)}`,
    next: `${meant(d.nearest)}Name a header, or a column's number counted from 1.`,
  }),
  'column-twice': (d: { file: string; options: readonly string[]; column: string }) => ({
    what: `${d.file}: the column "${d.column}" is named by ${d.options.join(' and ')}`,
    next: 'Give each of them a column of its own.',
  }),
  'map-unknown': (d: { map: string; known: readonly string[]; nearest: string | undefined }) => ({
    what: `There is no map "${d.map}"; known are ${known(d.known)}`,
    next: `${meant(d.nearest)}Choose one with --map, or write your own under "maps" in sixthemes.yaml.`,
  }),
  'prompt-unknown': (d: { prompt: string; known: readonly string[]; nearest: string | undefined }) => ({
    what: `There is no prompt "${d.prompt}"; known are ${known(d.known)}`,
    next: `${meant(d.nearest)}"sixthemes prompts list" says what each is for; a file of your own is named by its path.`,
  }),
  'prompt-wrong-kind': (d: { prompt: string; found: string; wanted: string }) => ({
    what: `The prompt "${d.prompt}" asks for ${d.found}, but ${d.wanted} are needed here`,
    next: 'Choose another with --prompt; "sixthemes prompts list" says what each is for.',
  }),
  'prompt-invalid': (d: { file: string; line: number; cause: string }) => ({
    what: `${d.file}, line ${d.line}: ${d.cause}`,
    next: 'Mend the template; "sixthemes prompts show six-themes@3" is a working example.',
  }),
  'config-missing': (d: { file: string }) => ({
    what: `${d.file}: there is no such configuration file`,
    next: 'Check the path given with --config, or write one with "sixthemes init FILE".',
  }),
  'config-invalid': (d: { file: string; problems: readonly { line: number; text: string }[] }) => ({
    what: `${d.file} has ${d.problems.length === 1 ? 'a problem' : `${d.problems.length} problems`}:${list(
      d.problems.map(({ line, text }) => `line ${line}: ${text}`),
    )}`,
    next: 'docs/settings.md has examples; schema/config.v1.schema.json has every key and what it may be.',
  }),
  'config-exists': (d: { file: string }) => ({
    what: `${d.file}: there is a configuration file already, and it is left as it is`,
    next: 'Write to another place with --config FILE, or remove the old one first.',
  }),
  'option-invalid': (d: { option: string; value: string; expected: string }) => ({
    what: `${d.option}: ${d.expected} (got "${d.value}")`,
    next: 'Run "sixthemes {command} --help" for the options.',
  }),
  'options-invalid': (d: { problems: readonly string[] }) => ({
    what: `Some options cannot be used:${list(d.problems)}`,
    next: 'docs/commands.md and schema/config.v1.schema.json say what each may be.',
  }),
  'options-conflict': (d: { options: readonly string[]; cause: string }) => ({
    what: `${d.options.join(' and ')} cannot be used together: ${d.cause}`,
    next: 'Leave one of them out.',
  }),
  'output-is-input': (d: { file: string }) => ({
    what: `${d.file}: the same file is named as input and as output`,
    next: 'Give the output another name.',
  }),
  'output-twice': (d: { file: string }) => ({
    what: `${d.file}: the same output is named twice`,
    next: 'Name each output once.',
  }),
  'output-format-unknown': (d: { file: string; extensions: readonly string[] }) => ({
    what: `${d.file}: the format cannot be told from the file's extension`,
    next: `Use ${d.extensions.map((extension) => `.${extension}`).join(', ')}, or say --format.`,
  }),
  'output-exists': (d: { file: string }) => ({
    what: `${d.file}: there is such a file already, and it is left as it is`,
    next: 'Give another name, or remove the file first.',
  }),
  'output-folder-missing': (d: { file: string; folder: string }) => ({
    what: `${d.file}: there is no folder ${d.folder}`,
    next: 'Make the folder first, or write somewhere else.',
  }),
  'output-not-writable': (d: { file: string; cause: string }) => ({
    what: `${d.file}: this file cannot be written (${d.cause})`,
    next: 'Check the permissions, or write somewhere else.',
  }),
  'model-missing': (d: { isForOne?: boolean }) => ({
    what: 'No model is named',
    next: `Name one with --model NAME, SIXTHEMES_MODEL or "model:" in sixthemes.yaml${d.isForOne ? '.' : '; --model baseline groups notes by their wording, without a language model.'}`,
  }),
  'prices-missing': (_: object) => ({
    what: '--max-cost needs to know what tokens cost',
    next: 'Say so under "prices" in sixthemes.yaml: input and output per million tokens, and asOf, the day you looked them up.',
  }),
  'over-budget': (d: { requests: number; inputTokens: number; limit: string }) => ({
    what: `This run would take ${d.requests} requests with about ${d.inputTokens} tokens, which is more than ${d.limit} allows`,
    next: 'Raise the limit, or summarise fewer files at a time; "--dry-run" shows what a run would take.',
  }),
  'key-missing': (d: { host: string }) => ({
    what: `There is no API key for ${d.host}, and something that is to be asked has no recording yet`,
    next: `Three ways to go on:${list([
      'a key: set OPENAI_API_KEY, or name a file that holds it with --api-key-file FILE',
      'a model on this machine, which needs no key: --base-url http://127.0.0.1:11434/v1 (Ollama, llama.cpp, LM Studio)',
      'recorded replies alone, which ask nothing: --replay, with --recordings DIR where they are kept',
    ])}`,
  }),
  'base-url-invalid': (d: { source: string; value: string }) => ({
    what: `${d.source}: "${d.value}" is not the address of an endpoint`,
    next: 'Give it as http://HOST/v1 or https://HOST/v1, or unset it to use api.openai.com.',
  }),
  'base-url-with-more': (d: { source: string; host: string }) => ({
    what: `--base-url (${d.source}): the address on ${d.host} holds a user name, password or query`,
    next: 'Give the plain address, and the key in OPENAI_API_KEY or with --api-key-file.',
  }),
  'proxy-invalid': (d: { name: string; value: string }) => ({
    what: `${d.name}: "${d.value.replace(/\/\/[^@]*@/, '//…@')}" is not the address of a proxy`,
    next: 'Give it as http://HOST:PORT, or unset the variable.',
  }),
  'port-taken': (d: { port: number; cause: string }) => ({
    what: `The page cannot be served at port ${d.port} of this machine (${d.cause})`,
    next: 'Name another with --port, or leave it out for a free one.',
  }),
  'host-not-loopback': (d: { host: string }) => ({
    what: `--offline allows only endpoints on this machine, and ${d.host} is not one`,
    next: 'Leave --offline out, or give --base-url http://127.0.0.1:PORT/v1.',
  }),
  'recordings-missing': (d: { folder: string; groups: readonly string[]; all: number }) => ({
    what: `${d.groups.length} of ${d.all} groups have no recorded reply in ${d.folder}:${list(d.groups)}`,
    next: 'Run "sixthemes summarize" (or the command that they belong to) once with a model and without --replay to record them. A recording fits one model, prompt, number of themes and set of notes: say those it was made with, --previous too.',
  }),
  'recordings-not-writable': (d: { folder: string; cause: string }) => ({
    what: `${d.folder}: replies cannot be recorded there (${d.cause})`,
    next: 'Name another folder with --recordings; without recordings every run would be paid for again.',
  }),
  'key-invalid': (d: { from: string }) => ({
    what: `${d.from}: this is no API key: it holds a space, a line break or a character that no header may have`,
    next: 'Copy the key once more, alone and on one line.',
  }),
  'endpoint-asks-to-wait': (d: { host: string; wait: string }) => ({
    what: `${d.host} asks to wait ${d.wait} before it is asked again`,
    next: 'Run the same command after that; every reply that had come is recorded and not paid for again.',
  }),
  'recordings-not-a-folder': (d: { folder: string }) => ({
    what: `${d.folder}: this is a file, and recordings are in a folder`,
    next: 'Name a folder with --recordings; one that is not there is made.',
  }),
  'recording-damaged': (d: { file: string; cause: string }) => ({
    what: `${d.file}: this recording is damaged (${d.cause})`,
    next: 'Remove the file, and run once with a model and without --replay to record it again.',
  }),
  'endpoint-unreachable': (d: { host: string; cause: string }) => ({
    what: `${d.host} cannot be reached (${d.cause})`,
    next: 'Check --base-url and that the server is running. What was recorded is kept: the same command goes on from there.',
  }),
  'endpoint-refused': (d: { host: string; status: number; cause: string }) => ({
    what: `${d.host} refused the request (${d.status}): ${d.cause}`,
    next:
      d.status === 404
        ? 'Check --base-url: the address of most endpoints ends in /v1.'
        : 'Check the API key and what it may use. What was recorded is kept: the same command goes on from there.',
  }),
  'endpoint-redirects': (d: { host: string; cause: string }) => ({
    what: `${d.host} does not answer itself (${d.cause})`,
    next: 'Give the address that it names with --base-url, if you trust it: nothing is sent on by itself.',
  }),
  'endpoint-quota': (d: { host: string; cause: string }) => ({
    what: `${d.host} says that the quota is used up: ${d.cause}`,
    next: 'Check the plan and billing of the account. What was recorded is kept: the same command goes on from there.',
  }),
  'all-groups-failed': (d: { reasons: readonly string[] }) => ({
    what: `No group could be summarised, and nothing is written:${list(d.reasons)}`,
    next: 'Mend what the reasons say: an address, a key, a limit, or the model. What was recorded is kept, and the same command asks for the rest.',
  }),
  'group-failed': (d: { file: string; group: string; reason: string }) => ({
    what: `${d.file}, ${d.group}: ${d.reason}`,
    next: 'A board is measured whole or not at all. Mend what it says, and run the same command: what was recorded is kept.',
  }),
  'limit-reached': (d: { limit: string }) => ({
    what: `${d.limit}, and nothing more is asked`,
    next: 'Raise the limit; what was recorded is kept and counts for nothing the next time.',
  }),
  'model-unknown': (d: {
    host: string
    model: string
    offered: readonly string[]
    nearest: string | undefined
  }) => ({
    what: `${d.host} has no model "${d.model}"${d.offered.length ? `; it offers ${quoted(d.offered)}` : ''}`,
    next: `${meant(d.nearest)}Choose one with --model.`,
  }),
} satisfies Record<string, (details: never) => Sentence>
