import type { Encoding } from '../text/encoding.js'

/** Enough bytes to tell a language by. */
const SAMPLE = 64_000

/** Scripts of East Asia are written in pairs of bytes, and what comes out is nearly all of their letters. */
const EAST_ASIAN: readonly { encoding: Encoding; letters: RegExp; least: number; needs?: RegExp }[] = [
  {
    encoding: 'shift_jis',
    letters: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。ー「」・！？（）　]/gu,
    least: 0.9,
    needs: /\p{Script=Hiragana}|\p{Script=Katakana}/u,
  },
  {
    encoding: 'euc-jp',
    letters: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。ー「」・！？（）　]/gu,
    least: 0.9,
    needs: /\p{Script=Hiragana}/u,
  },
  { encoding: 'euc-kr', letters: /[\p{Script=Hangul}·、。！？]/gu, least: 0.9, needs: /\p{Script=Hangul}/u },
  {
    encoding: 'gb18030',
    letters: /[\p{Script=Han}，。、！？：；（）“”《》]/gu,
    least: 0.85,
    needs: /\p{Script=Han}/u,
  },
]

const NOT_ASCII = /[\u0080-\u{10FFFF}]/gu

/** Bytes that are no UTF-8 → how they are written, as far as their bytes tell. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const sample = bytes.subarray(0, SAMPLE)
  if (shareInPairs(sample) >= 0.6) {
    for (const { encoding, letters, least, needs } of EAST_ASIAN) {
      const text = tryDecode(sample, encoding)
      if (text === undefined) continue
      const foreign = text.match(NOT_ASCII)?.length ?? 0
      const own = text.match(letters)?.length ?? 0
      if (foreign > 0 && own / foreign >= least && (!needs || needs.test(text))) return encoding
    }
  }
  if (isCyrillic(sample)) return 'windows-1251'
  return hasPolishLetters(sample) ? 'windows-1250' : 'windows-1252'
}

/** How many of the bytes beyond ASCII stand beside another such byte, or begin a pair. */
function shareInPairs(bytes: Uint8Array): number {
  let high = 0
  let paired = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    high++
    if ((bytes[at + 1] ?? 0) >= 0x80 || (bytes[at - 1] ?? 0) >= 0x80) paired++
  }
  return high === 0 ? 0 : paired / high
}

/** The sample may end within a character. */
function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  for (let cut = 0; cut < 4; cut++) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
    } catch {
      if (bytes.length < SAMPLE) return undefined
    }
  }
  return undefined
}

/** Most letters are beyond ASCII, and small ones where Windows has the small Cyrillic ones. */
function isCyrillic(bytes: Uint8Array): boolean {
  let latin = 0
  let capital = 0
  let small = 0
  for (const byte of bytes) {
    if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) latin++
    else if (byte >= 0xe0) small++
    else if (byte >= 0xc0) capital++
  }
  return small + capital > latin && small > capital
}

/** Signs that stand within words only where a Central European letter was meant: ł, ą, ż, ś. */
function hasPolishLetters(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes)
  const odd = text.match(/(?<=\p{L})[³¹¿\u009C](?=\p{L})|(?<=\p{L}{2})[³¹](?![\p{L}\d])/gu)?.length ?? 0
  return odd >= 2
}

const TWICE =
  /Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00A0-\u00BF]|â€[\u0080-\u00BF™œ\u009D“”˜¦¢]|ã[\u0080-\u00BF‚ƒ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu

/** Whether a text was read in the wrong way once and saved again: "Ã¼" where "ü" was meant. */
export function isEncodedTwice(text: string): boolean {
  return (text.match(TWICE)?.length ?? 0) >= 2
}
