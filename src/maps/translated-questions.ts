/** What the built-in quadrants ask, without a persona in the sentence: so no article or ending can be wrong, and with nothing that only employees have. */
const TEMPLATES = [
  'What gets {a persona} out of bed in the morning?',
  'What are the things {a persona} does over the course of the day?',
  'What makes it hard for {a persona} to do their work?',
  'What does {a persona} say?',
  'What does {a persona} think?',
  'What does {a persona} do?',
  'What does {a persona} feel?',
  'What does {a persona} think and feel?',
  'What does {a persona} hear?',
  'What does {a persona} see?',
  'What does {a persona} say and do?',
  'What makes it hard for {a persona}?',
  'What does {a persona} hope to gain?',
] as const

// biome-ignore format: a language a row
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  de: ['Was gibt morgens Antrieb?', 'Was ist im Laufe des Tages zu tun?', 'Was macht es schwer?', 'Was wird gesagt?', 'Was wird gedacht?', 'Was wird getan?', 'Was wird gefühlt?', 'Was wird gedacht und gefühlt?', 'Was ist zu hören?', 'Was ist zu sehen?', 'Was wird gesagt und getan?', 'Was macht es schwer?', 'Was wird erhofft?'],
  fr: ['Qu’est-ce qui donne envie de se lever le matin ?', 'Que faut-il faire au cours de la journée ?', 'Qu’est-ce qui rend les choses difficiles ?', 'Que dit-on ?', 'Que pense-t-on ?', 'Que fait-on ?', 'Que ressent-on ?', 'Que pense-t-on et que ressent-on ?', 'Qu’entend-on ?', 'Que voit-on ?', 'Que dit-on et que fait-on ?', 'Qu’est-ce qui rend les choses difficiles ?', 'Qu’espère-t-on y gagner ?'],
  es: ['¿Qué anima a levantarse por la mañana?', '¿Qué hay que hacer a lo largo del día?', '¿Qué lo hace difícil?', '¿Qué se dice?', '¿Qué se piensa?', '¿Qué se hace?', '¿Qué se siente?', '¿Qué se piensa y se siente?', '¿Qué se oye?', '¿Qué se ve?', '¿Qué se dice y se hace?', '¿Qué lo hace difícil?', '¿Qué se espera ganar?'],
  it: ['Che cosa fa alzare volentieri la mattina?', 'Che cosa c’è da fare durante la giornata?', 'Che cosa lo rende difficile?', 'Che cosa si dice?', 'Che cosa si pensa?', 'Che cosa si fa?', 'Che cosa si prova?', 'Che cosa si pensa e si prova?', 'Che cosa si sente dire?', 'Che cosa si vede?', 'Che cosa si dice e si fa?', 'Che cosa lo rende difficile?', 'Che cosa si spera di ottenere?'],
  pt: ['O que dá vontade de sair da cama de manhã?', 'O que há para fazer ao longo do dia?', 'O que torna isto difícil?', 'O que se diz?', 'O que se pensa?', 'O que se faz?', 'O que se sente?', 'O que se pensa e sente?', 'O que se ouve?', 'O que se vê?', 'O que se diz e faz?', 'O que torna isto difícil?', 'O que se espera ganhar?'],
  nl: ['Wat geeft ’s ochtends energie?', 'Wat is er in de loop van de dag te doen?', 'Wat maakt het moeilijk?', 'Wat wordt er gezegd?', 'Wat wordt er gedacht?', 'Wat wordt er gedaan?', 'Wat wordt er gevoeld?', 'Wat wordt er gedacht en gevoeld?', 'Wat is er te horen?', 'Wat is er te zien?', 'Wat wordt er gezegd en gedaan?', 'Wat maakt het moeilijk?', 'Wat wordt er gehoopt?'],
  ja: ['朝、やる気になる理由は何か', '一日のうちに何をするか', '難しくしているのは何か', '何を言うか', '何を考えるか', '何をするか', '何を感じるか', '何を考え、感じるか', '何を聞くか', '何を見るか', '何を言い、するか', '難しくしているのは何か', '何を得たいか'],
}

/** A question of the built-in maps in another language; nothing where there is none. */
export function translateQuestion(template: string, language: string): string | undefined {
  const index = (TEMPLATES as readonly string[]).indexOf(template)
  return index < 0 ? undefined : BY_LANGUAGE[language]?.[index]
}
