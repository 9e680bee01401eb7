import type { EmpathyMap } from './map.js'

/** The stages of a customer's journey. It is taken only where it is named, for its words are too common to be found by. */
export const journey: EmpathyMap = {
  name: 'journey',
  isJourney: true,
  quadrants: [
    {
      name: 'Discover',
      aliases: [
        'awareness',
        'become aware',
        'discovery',
        'entdecken',
        'bewusstsein',
        'découvrir',
        'descubrir',
        '認知',
      ],
      lens: 'how the persona comes to know of it',
    },
    {
      name: 'Consider',
      aliases: [
        'consideration',
        'research',
        'compare',
        'abwägen',
        'vergleichen',
        'comparer',
        'considerar',
        '検討',
      ],
      lens: 'what the persona weighs and looks for',
    },
    {
      name: 'Decide',
      aliases: [
        'decision',
        'buy',
        'purchase',
        'order',
        'entscheiden',
        'kaufen',
        'kauf',
        'acheter',
        'comprar',
        '購入',
      ],
      lens: 'what decides, and what happens when the persona decides',
    },
    {
      name: 'Start',
      aliases: [
        'onboarding',
        'delivery',
        'first use',
        'get started',
        'beginnen',
        'einstieg',
        'démarrer',
        'empezar',
        '導入',
      ],
      lens: 'how the persona begins',
    },
    {
      name: 'Use',
      aliases: ['usage', 'service', 'experience', 'nutzen', 'nutzung', 'utiliser', 'usar', '利用'],
      lens: 'what it is like in everyday use',
    },
    {
      name: 'Get help',
      aliases: ['help', 'support', 'care', 'hilfe', 'hilfe bekommen', 'aide', 'ayuda', 'サポート'],
      lens: 'what happens when the persona needs help',
    },
    {
      name: 'Stay or leave',
      aliases: [
        'loyalty',
        'retention',
        'advocacy',
        'renew',
        'leave',
        'bleiben',
        'treue',
        'fidélité',
        'lealtad',
        '継続',
      ],
      lens: 'what makes the persona stay, tell others, or leave',
    },
  ],
}
