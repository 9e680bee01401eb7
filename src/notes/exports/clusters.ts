import type { JudgedColumn } from '../columns.js'

const CALLED_GROUP =
  /^(?:groups?|group name|group title|cluster|cluster name|gruppe|gruppenname|groupe|grupo|gruppo|groep|grupa|グループ|그룹)$/i

/** A retro tool calls the notes a group that were put on top of each other: some stand alone, and it counts votes or names writers. */
export function isCluster({ header, profile }: JudgedColumn, judged: readonly JudgedColumn[]): boolean {
  if (!CALLED_GROUP.test(header.trim()) || profile.filled.length === profile.rows) return false
  return judged.some(({ signs }) =>
    signs.some(({ role, how }) => how === 1 && (role === 'votes' || role === 'author')),
  )
}

/** What may be a rating as well as votes. */
const SCORE =
  /^(?:scores?|points?|stars?|star rating|punkte|sterne|puntos|estrellas|pontos|estrelas|punti|stelle|étoiles|punten|sterren|punkty|gwiazdki|⭐|★|ポイント|スター|점수|별점)$/iu

/** Whether a header of votes may be one of ratings too. */
export const isScore = ({ header }: Pick<JudgedColumn, 'header'>): boolean => SCORE.test(header.trim())

const ANSWER =
  /(?<!\p{L})(?:comments?|feedback|answers?|responses?|verbatim|remarks?|reasons?|kommentare?|antwort(?:en)?|anmerkung(?:en)?|commentaires?|réponses?|comentarios?|respuestas?|comentários?|respostas?|commenti?o?|rispost[ae]|opmerking(?:en)?|antwoord(?:en)?|komentarze?|odpowied[zź]i?)(?!\p{L})|コメント|回答|의견|응답|답변/iu

/** A score beside comments or answers is how somebody rates, and no votes for what they say. */
export const isRating = (
  { header }: Pick<JudgedColumn, 'header'>,
  note: Pick<JudgedColumn, 'header'>,
): boolean => SCORE.test(header.trim()) && ANSWER.test(note.header)
