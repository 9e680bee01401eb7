import { fold } from './fold.js'
import { WITHOUT_SPACES } from './scripts.js'

const KANA_ALONE = /^\p{Script=Hiragana}+$/u

/** Words that say how a sentence is built, not what it is about; those of fewer than four letters are passed over anyway. */
const FUNCTION_WORDS = new Set(
  [
    'about above after again also although among another because been before being between both cannot could does',
    'doing done down during each either else even ever every from have having here into itself just like made make',
    'makes making many more most much must never note notes often once only other others over people rather same say',
    'says should since some someone such than that their them themselves then there these they thing things this those',
    'though through till under until very want wants were what when where whether which while whom whose will with',
    'within without would your yours',
    'aber alle allem allen aller alles auch beim bleibt dabei damit dann dass dazu denn deren dessen diese diesem diesen',
    'dieser dieses doch durch eine einem einen einer eines etwas gegen haben hinzu ihre ihrem ihren ihrer immer jede jeder',
    'kann kein keine keinen keiner können mehr muss nach nicht nichts noch oder ohne schon sehr sein seine sich sind sogar',
    'sowie über unter viel viele vom wenn werden wird wurde zwischen',
    'ainsi alors aussi avec avoir cela cette ceux chez comme dans depuis donc elle elles encore entre être font jamais',
    'leur leurs mais même moins notre nous parce pour quand quel quelle sans sont sous tous tout toute toutes trop vers',
    'ante antes cada como cuando desde donde ellas ellos entre esta estas este esto estos hacia hasta más menos mucho muy',
    'nada para pero porque sino sobre también tanto todas todo todos unas unos',
  ]
    .join(' ')
    .split(' '),
)

const STEM = 5
const ENDING = /(?<=.{4})(?:ing|ed|es|en|er|e|s|n)$/u
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Up to a space where there is one: every segment holds a copy of the whole text it is of, which for a long one is too much. */
const PIECE = /[\s\S]{1,1000}(?!\S)|[\s\S]{1,1000}/gu

/** Made when it is first needed: it takes longer to make than most texts to read. */
let segmenter: Intl.Segmenter | undefined

/**
 * Text → the stems of the words that say what it is about: words of at least four letters that are no function words,
 * without a common ending and cut to five letters, so that "scanner" and "scanners", "fails" and "failing" are one. In scripts without spaces the words are
 * those that Unicode's segmentation finds (Intl.Segmenter), of at least two characters and not of hiragana alone.
 */
export function contentWords(text: string): string[] {
  const folded = fold(text)
  if (WITHOUT_SPACES.test(folded)) return segments(folded).flatMap(stemsOf)
  return (folded.match(WORD) ?? []).flatMap(stemsOf)
}

function segments(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  const words: string[] = []
  for (const piece of text.match(PIECE) ?? [])
    for (const { segment, isWordLike } of segmenter.segment(piece)) if (isWordLike) words.push(segment)
  return words
}

function stemsOf(word: string): string[] {
  if (WITHOUT_SPACES.test(word)) return [...word].length >= 2 && !KANA_ALONE.test(word) ? [word] : []
  return word.length >= 4 && !FUNCTION_WORDS.has(word) ? [stemOf(word)] : []
}

function stemOf(word: string): string {
  return word.replace(ENDING, '').slice(0, STEM)
}
