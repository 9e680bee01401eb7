import { MISSING_CODE } from './ratings.js'

/** What people write to say nothing, a language a row. "No" and "test" may mean something. */
const NOTHING: Readonly<Record<string, string>> = {
  en: "n/a|n\\a|n.a.|n. a.|na|none|nothing|nil|null|nan|idk|i don't know|dont know|don't know|no idea|tbd|tbc|no comment|no comments|no answer|not applicable|nothing to add|nothing else|nothing to report|nothing comes to mind|none at this time|none at the moment|none so far|nothing at this time|nothing at the moment|nothing right now|nothing for now|nothing really|nothing specific|nothing in particular|nothing i can think of|nothing i can think of right now|nothing that i can think of|can't think of anything|i can't think of anything|not at this time|not at the moment|not right now|no further feedback|no other feedback|no other comments|no additional comments|nope, nothing|nope nothing|no items|no cards|no cards yet|no notes|no response|no feedback|no suggestions|no further comments|no items yet|(no items)|(none)|(empty)|<na>|n/k|click to add text|type something|add text|write something|new note|your text here",
  de: 'keine|keiner|keines|kein|nichts|k.a.|k. a.|k.a|keine angabe|keine angaben|keine antwort|weiß nicht|weiss nicht|entfällt|kein kommentar|keine kommentare|keine anmerkungen|keine anmerkung|nichts hinzuzufügen|nichts zu ergänzen|keine ahnung|nichts weiter|nichts besonderes|im moment nichts|derzeit nichts|momentan nichts|zurzeit nichts|nichts konkretes|fällt mir nichts ein|mir fällt nichts ein|keine weiteren anmerkungen|keine weiteren kommentare|sonst nichts|fehlanzeige|nicht zutreffend|trifft nicht zu',
  fr: "aucun|aucune|rien|néant|s.o.|s/o|sans objet|je ne sais pas|ne sais pas|nsp|pas de commentaire|pas de commentaires|aucun commentaire|rien à ajouter|rien à signaler|rien de particulier|rien de spécial|rien pour le moment|rien pour l'instant|pas pour le moment|pas pour l'instant|aucune idée|rien d'autre|ras|r.a.s.|sans réponse|sans avis|pas de réponse|non applicable|non concerné",
  es: 'ninguno|ninguna|nada|no sé|no se|n/d|s/d|no aplica|sin comentarios|sin comentario|ningún comentario|nada que añadir|nada en particular|nada especial|nada por ahora|por ahora nada|nada más|ninguna idea|no se me ocurre nada|de momento nada|nada que agregar|sin respuesta|no procede|ns/nc',
  pt: 'nenhum|nenhuma|nada|não sei|nao sei|n/d|não se aplica|sem comentários|sem comentário|sem comentarios|nada a acrescentar|nada em particular|nada de especial|nada por agora|nada no momento|por enquanto nada|nada mais|nenhuma ideia|nada a declarar|sem resposta|nenhum comentário',
  it: "nessuno|nessuna|niente|nulla|non so|n.d.|n/d|non applicabile|nessun commento|senza commenti|niente da aggiungere|niente in particolare|niente di particolare|niente per ora|per ora niente|per il momento niente|nient'altro|nessuna idea|niente da segnalare|nulla da segnalare|nulla da aggiungere|nessuna risposta",
  nl: 'geen|niets|niks|n.v.t.|nvt|n.v.t|weet niet|weet ik niet|geen idee|geen commentaar|geen opmerkingen|geen opmerking|niet van toepassing|niets toe te voegen|niets bijzonders|niets specifieks|op dit moment niets|voorlopig niets|verder niets|niets verder|geen antwoord',
  pl: 'brak|nic|żaden|żadne|żadna|nie wiem|nie dotyczy|n.d.|nd|bez komentarza|brak komentarza|brak uwag|brak komentarzy|nie mam uwag|brak odpowiedzi|nic do dodania|nic szczególnego|na razie nic|nic więcej|nie mam pomysłu|obecnie nic',
  ja: 'なし|無し|ナシ|無|特になし|特に無し|今のところなし|今のところ特になし|今は特になし|思いつきません|思いつかない|とくになし|特にありません|とくにありません|特にない|ありません|ない|わからない|分からない|わかりません|分かりません|特にございません|特にございませんでした|特になかった|特にないです|該当なし|回答なし|コメントなし|未回答|無回答',
  ko: '없음|없다|없습니다|없어요|특별히 없음|특별히 없습니다|특별히 없어요|딱히 없음|아직 없음|지금은 없음|현재 없음|생각나지 않음|딱히 없습니다|딱히 없어요|해당 없음|해당없음|모름|모르겠음|모르겠습니다|모르겠어요|의견 없음|무응답|특이사항 없음',
}

const SAID: ReadonlySet<string> = new Set(
  Object.values(NOTHING).flatMap((words) => words.split('|').map(bare)),
)

const LONGEST = Math.max(...[...SAID].map((words) => words.length)) + 12

function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—*•(「[]+|[\s.!…。)」\]]+$/gu, '')
}

/** Whether a text says only that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return text.length <= LONGEST && (SAID.has(bare(text)) || MISSING_CODE.test(text.trim()))
}
