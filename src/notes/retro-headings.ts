import { foldName } from '../text/fold.js'

/** Headings of retrospectives, which are no quadrants of an empathy map but columns of notes all the same; a language a row, as `foldName` gives it. */
export const RETRO_HEADINGS: Readonly<Record<string, string>> = {
  en: "went badly|went poorly|did not go well|needs work|could be better|what was hard|what worked|what did not work|went well|what went well|things that went well|to improve|what to improve|what could be improved|improvements|needs improvement|didn’t go well|didn't go well|what didn’t go well|what didn't go well|what went wrong|action items|action item|actions|next steps|ideas|questions|start|stop|continue|keep|drop|add|less|more|start doing|stop doing|keep doing|more of|less of|liked|learned|lacked|longed for|mad|sad|glad|good|bad|kudos|shoutouts|appreciations|puzzles|risks|wind|anchor|anchors|rocks|island|sun|wishes|strengths|weaknesses|opportunities|threats|pros|cons|rose|thorn|bud|hopes|plus|minus|delta|happy|unhappy|blockers",
  de: 'läuft gut|läuft schlecht|hakt|hürden|freuden|was läuft gut|was hakt|das lief gut|das lief schlecht|was lief gut|lief gut|gut|was lief schlecht|lief schlecht|schlecht|verbessern|was können wir verbessern|verbesserungen|maßnahmen|aktionen|nächste schritte|ideen|fragen|anfangen|aufhören|weitermachen|beibehalten|stärken|schwächen|chancen|risiken|lob|wünsche|vorteile|nachteile',
  fr: 'bien|pas bien|irritants|plaisirs|leviers|freins|bien passé|ce qui a bien marché|ce qui a bien fonctionné|à améliorer|ce qui n’a pas marché|actions|idées|questions|commencer|arrêter|continuer|forces|faiblesses|opportunités|menaces|risques|points forts|points faibles|points positifs|points négatifs',
  es: 'bien|mal|me gusta|no me gusta|alegrías|lo bueno|lo malo|qué salió bien|lo que salió bien|salió bien|a mejorar|por mejorar|qué mejorar|qué salió mal|acciones|ideas|preguntas|empezar|parar|dejar de hacer|continuar|seguir|fortalezas|debilidades|oportunidades|amenazas|riesgos',
  pt: 'bom|ruim|bem|mal|ganhos|dores|o que foi bem|foi bem|o que correu bem|correu bem|a melhorar|o que melhorar|o que pode melhorar|o que correu mal|ações|ideias|perguntas|começar|parar|continuar|forças|fraquezas|oportunidades|ameaças|riscos|pontos positivos|pontos negativos',
  it: 'bene|male|cosa è andato bene|è andato bene|andato bene|da migliorare|cosa migliorare|cosa è andato male|azioni|idee|domande|iniziare|smettere|continuare|punti di forza|punti di debolezza|opportunità|minacce|rischi',
  nl: "ging goed|wat ging goed|kan beter|wat kan beter|verbeterpunten|acties|ideeën|vragen|beginnen|stoppen|doorgaan|sterktes|zwaktes|kansen|bedreigingen|risico's",
  pl: 'dobrze|źle|co poszło dobrze|poszło dobrze|do poprawy|co poprawić|co poszło źle|działania|akcje|pomysły|pytania|zacząć|przestać|kontynuować|mocne strony|słabe strony|szanse|zagrożenia|ryzyka',
  ja: '良い点|悪い点|困った点|困ったこと|よかった点|良かったこと|良かった点|よかったこと|改善点|改善したいこと|悪かったこと|アクション|次のアクション|アイデア|質問|続けること|やめること|始めること|強み|弱み|機会|脅威|リスク|keep|problem|try',
  ko: '잘한 점|잘된 점|좋았던 점|개선할 점|아쉬운 점|액션 아이템|액션|아이디어|질문|시작|중단|계속|강점|약점|기회|위협|위험',
}

const KNOWN: ReadonlySet<string> = new Set(
  Object.values(RETRO_HEADINGS).flatMap((headings) => headings.split('|')),
)

/** Whether a heading is one of a retrospective or the like. */
export function isRetroHeading(heading: string): boolean {
  return KNOWN.has(foldName(heading))
}
