import { expect, test } from 'vitest'
import { createRedactor, loadRedactor } from '../support/redactor.js'

test.each([
  ['mail maren.o@example.com now', 'mail [EMAIL_1] now'],
  ['call 555-0142 or +358 40 123 4567', 'call [PHONE_1] or [PHONE_2]'],
  ['(020) 7946 0018', '[PHONE_1]'],
  ['+14155550142', '[PHONE_1]'],
  ['+49 170 1234567 / 0170 1234567', '[PHONE_1] / [PHONE_2]'],
  ['0170/1234567', '[PHONE_1]'],
  ['030 12345678', '[PHONE_1]'],
  ['089/4321-0', '[PHONE_1]'],
  ['415.555.0142', '[PHONE_1]'],
  ['see https://example.com/a?b=1, then www.example.org', 'see [URL_1], then [URL_2]'],
  ['GB82 WEST 1234 5698 7654 32', '[IBAN_1]'],
  ['4111 1111 1111 1111 123', '[CARD_1] 123'],
  ['4111 1111 1111 1111 12/27', '[CARD_1] 12/27'],
  ['ES91 2100 0418 4502 0005 1332 OK', '[IBAN_1] OK'],
  ['key sk_abcd-efgh-ijkl-mnop-qrst', 'key [KEY_1]'],
  ['call ０３０ １２３４５６７８', 'call [PHONE_1]'],
  ['+49\u00A0170\u20111234567', '[PHONE_1]'],
  ['she wrote [EMAIL_1] to a@example.com', 'she wrote [TEXT_1] to [EMAIL_1]'],
  ['https://example.com/?p=$$5&q=$&x', '[URL_1]'],
  ['card 4111 1111 1111 1111', 'card [CARD_1]'],
  ['host 192.0.2.17 is down', 'host [IP_1] is down'],
  ['thanks @dana_r!', 'thanks [HANDLE_1]!'],
  ['key ghp_abcdefghijklmnop1234', 'key [KEY_1]'],
  ['a@example.com, b@example.com, a@example.com', '[EMAIL_1], [EMAIL_2], [EMAIL_1]'],
])('%j is sent as %j, and put back', async (text, sent) => {
  const redactor = await loadRedactor()
  expect(redactor.redact(text)).toBe(sent)
  expect(redactor.restore(`so "${sent}"`)).toBe(`so "${text}"`)
})

test.each([
  'v2.4.10 on 2026-11-02, ticket 10234567',
  '21.11.2026',
  '2024-11-21 12',
  '1.5.2026 10:30',
  'P1 at 3:15, 24/7, 9-5',
  'from 1200 to 1450',
  '1 000 000 EUR',
  '2024 2025 2026',
  'handle time down 12%!',
  'an email @ 5pm',
  'rated 4.5.1.2.3',
])('%j is sent as it is', async (text) => {
  expect((await loadRedactor()).redact(text)).toBe(text)
})

test('a very long word takes no longer than it should', () => {
  const text = `${'a'.repeat(200_000)}: x`
  expect(createRedactor().redact(text)).toBe(text)
})
