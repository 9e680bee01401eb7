/** ISO 7812: 13 to 19 digits with the Luhn checksum. */
export function isCardNumber(value: string): boolean {
  const digits = value.replace(/\D/g, '')
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const number = index % 2 ? Number(digit) * 2 : Number(digit)
    return total + (number > 9 ? number - 9 : number)
  }, 0)
  return sum % 10 === 0
}
