import { MISSING_CODE } from './ratings.js'

/** What people write to say nothing, a language a row, as `bareWords` gives it. "No" and "test" may mean something. */
export const NOTHING: Readonly<Record<string, string>> = {
  en: "no thanks|no thank you|nope|no, thanks|no, thank you|i have none|have none|i don't have any|i have nothing|no wishes|no ideas|no opinion|no preference|not sure|can't say|nothing new|no concerns|n/a|n\\a|n.a|n. a|na|none|nothing|nil|null|nan|idk|i don't know|dont know|don't know|no idea|tbd|tbc|no comment|no comments|no answer|not applicable|nothing to add|nothing else|nothing to report|nothing comes to mind|none at this time|none at the moment|none so far|nothing at this time|nothing at the moment|nothing right now|nothing for now|nothing really|nothing specific|nothing in particular|nothing i can think of|nothing i can think of right now|nothing that i can think of|can't think of anything|i can't think of anything|not at this time|not at the moment|not right now|no further feedback|no other feedback|no other comments|no additional comments|nope, nothing|nope nothing|no items|no cards|no cards yet|no notes|no response|no feedback|no suggestions|no further comments|no items yet|no items|none|empty|<na>|n/k|click to add text|type something|add text|write something|new note|your text here",
  de: 'nein danke|nein, danke|nö|habe ich keine|ich habe keine|hab keine|habe keine|ich weiß es nicht|keine wünsche|keine ideen|keine meinung|keine vorschläge|kann ich nicht sagen|wüsste nichts|wüsste nicht|keine|keiner|keines|kein|nichts|k.a|k. a|keine angabe|keine angaben|keine antwort|weiß nicht|weiss nicht|entfällt|kein kommentar|keine kommentare|keine anmerkungen|keine anmerkung|nichts hinzuzufügen|nichts zu ergänzen|keine ahnung|nichts weiter|nichts besonderes|im moment nichts|derzeit nichts|momentan nichts|zurzeit nichts|nichts konkretes|fällt mir nichts ein|mir fällt nichts ein|keine weiteren anmerkungen|keine weiteren kommentare|sonst nichts|fehlanzeige|nicht zutreffend|trifft nicht zu',
  fr: "non merci|non, merci|je n'en ai pas|je n'ai rien à dire|je n'en vois pas|pas d'avis|pas d'idée|aucun avis|aucune remarque|aucune suggestion|je n'ai pas d'avis|sans opinion|aucun|aucune|rien|néant|s.o|s/o|sans objet|je ne sais pas|ne sais pas|nsp|pas de commentaire|pas de commentaires|aucun commentaire|rien à ajouter|rien à signaler|rien de particulier|rien de spécial|rien pour le moment|rien pour l'instant|pas pour le moment|pas pour l'instant|aucune idée|rien d'autre|ras|r.a.s|sans réponse|sans avis|pas de réponse|non applicable|non concerné",
  es: 'no gracias|no, gracias|no tengo|no tengo ninguna|no tengo ninguno|ninguna sugerencia|sin sugerencias|sin opinión|no sabría decir|nada de momento|no lo sé|ninguno|ninguna|nada|no sé|no se|n/d|s/d|no aplica|sin comentarios|sin comentario|ningún comentario|nada que añadir|nada en particular|nada especial|nada por ahora|por ahora nada|nada más|ninguna idea|no se me ocurre nada|de momento nada|nada que agregar|sin respuesta|no procede|ns/nc',
  pt: 'não obrigado|não, obrigado|não obrigada|não, obrigada|não tenho|nao tenho|não tenho nenhum|não tenho nenhuma|sem opinião|sem sugestões|nenhuma sugestão|não sei dizer|nenhum|nenhuma|nada|não sei|nao sei|n/d|não se aplica|sem comentários|sem comentário|sem comentarios|nada a acrescentar|nada em particular|nada de especial|nada por agora|nada no momento|por enquanto nada|nada mais|nenhuma ideia|nada a declarar|sem resposta|nenhum comentário',
  it: "no grazie|no, grazie|non ne ho|non ho|non saprei|nessuna opinione|nessun suggerimento|nessuna osservazione|non lo so|senza risposta|nessuno|nessuna|niente|nulla|non so|n.d|n/d|non applicabile|nessun commento|senza commenti|niente da aggiungere|niente in particolare|niente di particolare|niente per ora|per ora niente|per il momento niente|nient'altro|nessuna idea|niente da segnalare|nulla da segnalare|nulla da aggiungere|nessuna risposta",
  nl: 'nee bedankt|nee, bedankt|nee dank je|heb ik niet|ik heb er geen|die heb ik niet|geen mening|geen suggesties|geen wensen|zou het niet weten|ik weet het niet|geen|niets|niks|nvt|n.v.t|weet niet|weet ik niet|geen idee|geen commentaar|geen opmerkingen|geen opmerking|niet van toepassing|niets toe te voegen|niets bijzonders|niets specifieks|op dit moment niets|voorlopig niets|verder niets|niets verder|geen antwoord',
  pl: 'nie dziękuję|nie, dziękuję|nie mam|nie mam żadnych|nie mam zdania|nie mam sugestii|bez uwag|trudno powiedzieć|nie przychodzi mi nic do głowy|nic mi nie przychodzi do głowy|brak|nic|żaden|żadne|żadna|nie wiem|nie dotyczy|n.d|nd|bez komentarza|brak komentarza|brak uwag|brak komentarzy|nie mam uwag|brak odpowiedzi|nic do dodania|nic szczególnego|na razie nic|nic więcej|nie mam pomysłu|obecnie nic',
  ja: 'いいえ、ありません|いいえありません|大丈夫です|ないです|とくにない|特になしです|無しです|なしです|思い浮かびません|意見なし|お答えできません|なし|無し|ナシ|無|特になし|特に無し|今のところなし|今のところ特になし|今は特になし|思いつきません|思いつかない|とくになし|特にありません|とくにありません|特にない|ありません|ない|わからない|分からない|わかりません|分かりません|特にございません|特にございませんでした|特になかった|特にないです|該当なし|回答なし|コメントなし|未回答|無回答',
  ko: '아니요 없습니다|아니요, 없습니다|괜찮습니다|없는데요|잘 모르겠음|잘 모르겠습니다|잘 모르겠어요|생각나는 것 없음|딱히 없네요|할 말 없음|없음|없다|없습니다|없어요|특별히 없음|특별히 없습니다|특별히 없어요|딱히 없음|아직 없음|지금은 없음|현재 없음|생각나지 않음|딱히 없습니다|딱히 없어요|해당 없음|해당없음|모름|모르겠음|모르겠습니다|모르겠어요|의견 없음|무응답|특이사항 없음',
}

const SAID: ReadonlySet<string> = new Set(Object.values(NOTHING).flatMap((words) => words.split('|')))

const LONGEST = Math.max(...[...SAID].map((words) => words.length)) + 12

/** A text without what does not matter to what it says: case, white space, marks around it. */
export function bareWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—*•(「[]+|[\s.!…。)」\]]+$/gu, '')
}

/** Whether a text says only that there is nothing to say. */
export function saysNothing(text: string): boolean {
  return text.length <= LONGEST && (SAID.has(bareWords(text)) || MISSING_CODE.test(text.trim()))
}

const ANYTHING_ELSE =
  /anything (?:else|more|further|to add)|(?:any )?(?:other|further|additional|final) (?:comments?|remarks?|thoughts?|suggestions?|feedback)|sonst noch|weitere (?:anmerkungen|kommentare|hinweise|wünsche)|noch etwas|autre chose|d’autres|d'autres|autres (?:commentaires|remarques)|algo más|otros comentarios|algo mais|outros comentários|altro da|qualcos’altro|altri commenti|verder nog|nog iets|overige opmerkingen|coś jeszcze|inne uwagi|dodatkowe uwagi|その他|ほかに|他に|그 밖에|기타 의견|추가/iu
const NO = /^(?:no|nein|non|não|nee|nie|いいえ|아니요|아니오)[.!。]?$/iu

/** Whether an answer says only that there is nothing to add; a "no" to any other question says something. */
export function addsNothing(question: string, text: string): boolean {
  return text.length <= 8 && NO.test(text.trim()) && ANYTHING_ELSE.test(question)
}
