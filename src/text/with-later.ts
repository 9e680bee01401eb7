/** An object with more properties, each made when it is first read. */
export function withLater<T extends object, L extends Record<string, () => unknown>>(
  object: T,
  later: L,
): T & { readonly [K in keyof L]: ReturnType<L[K]> } {
  for (const [key, make] of Object.entries(later)) {
    Object.defineProperty(object, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = make()
        Object.defineProperty(object, key, { value, enumerable: true })
        return value
      },
    })
  }
  return object as T & { readonly [K in keyof L]: ReturnType<L[K]> }
}
