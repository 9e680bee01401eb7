import { FORMATS } from '../documents/formats.js'
import type { CommandRow, Tables } from './common/command.js'

/** Every command: a row here and a file in commands/. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'summarize',
    summary: 'the main job: exports in, themes out',
    load: () => import('./commands/summarize.js'),
  },
  {
    name: 'inspect',
    summary: 'what is read and what would be asked; asks nothing',
    load: () => import('./commands/inspect.js'),
  },
  {
    name: 'prompts list',
    summary: 'list the prompts',
    isDefault: true,
    load: () => import('./commands/prompts-list.js'),
  },
  { name: 'prompts show', summary: 'print a prompt', load: () => import('./commands/prompts-show.js') },
  { name: 'prompts copy', summary: 'copy a prompt', load: () => import('./commands/prompts-copy.js') },
  {
    name: 'init',
    summary: 'write sixthemes.yaml for an export',
    load: () => import('./commands/init.js'),
  },
  {
    name: 'render',
    summary: 'write the documents of a summary again',
    load: () => import('./commands/render.js'),
  },
  {
    name: 'revise',
    summary: 'take what people changed in a spreadsheet',
    load: () => import('./commands/revise.js'),
  },
  {
    name: 'review',
    summary: 'correct a summary by hand in the browser',
    load: () => import('./commands/review.js'),
  },
  {
    name: 'compare',
    summary: 'what changed between two summaries',
    load: () => import('./commands/compare.js'),
  },
  {
    name: 'overview',
    summary: 'what the themes of a summary say together',
    load: () => import('./commands/overview.js'),
  },
  {
    name: 'recordings list',
    summary: 'list the recordings of a folder',
    isDefault: true,
    load: () => import('./commands/recordings-list.js'),
  },
  {
    name: 'recordings prune',
    summary: 'remove recordings that a run does not need',
    load: () => import('./commands/recordings-prune.js'),
  },
  {
    name: 'recordings clear',
    summary: 'remove all recordings of a folder',
    load: () => import('./commands/recordings-clear.js'),
  },
  {
    name: 'batch write',
    summary: 'write missing requests into a file for bulk engines',
    load: () => import('./commands/batch-write.js'),
  },
  {
    name: 'batch read',
    summary: 'take the answers of a bulk engine',
    load: () => import('./commands/batch-read.js'),
  },
  {
    name: 'batch submit',
    summary: 'hand files of requests to a service',
    load: () => import('./commands/batch-submit.js'),
  },
  {
    name: 'batch status',
    summary: 'say how far a service is',
    load: () => import('./commands/batch-status.js'),
  },
  {
    name: 'batch fetch',
    summary: 'take the answers of a service',
    load: () => import('./commands/batch-fetch.js'),
  },
  {
    name: 'batch cancel',
    summary: 'end batches before they are done',
    load: () => import('./commands/batch-cancel.js'),
  },
  {
    name: 'eval',
    summary: 'compare prompts and models on boards, with or without known topics',
    load: () => import('./commands/eval.js'),
  },
]

export const TABLES: Tables = {
  commands: COMMANDS,
  families: {
    prompts: 'the prompt templates that come with the program',
    recordings: 'what is recorded, and what of it is needed',
    batch: 'requests in files, for engines that answer in bulk',
  },
  formats: FORMATS,
}
