/** As much of the parser as is used; it comes without types. */
declare module 'saxen' {
  type Attributes = () => Readonly<Record<string, string | undefined>>
  export class Parser {
    on(event: 'openTag', listener: (element: string, attributes: Attributes) => void): this
    on(event: 'closeTag', listener: (element: string) => void): this
    on(event: 'text' | 'cdata', listener: (value: string) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    parse(xml: string): this
  }
}
