/** One group a screen, for those who present: there when it is asked for, and in no print. */
export const SLIDES = `
.slides { display: none }
.slides:popover-open { display: block; position: fixed; inset: 0; width: 100%; height: 100%; margin: 0; padding: 0; border: 0; overflow-y: auto; color: inherit; background: var(--page); scroll-snap-type: y mandatory; scroll-padding: 0 }
.slides:focus, .slide:focus { outline: none }
.slide { min-height: 100vh; min-height: 100dvh; scroll-snap-align: start; padding: 3vh 5vw; display: flex; flex-direction: column; gap: 2vh; border-left: 1.2vw solid var(--ink) }
.slide .kicker { font-size: clamp(.8rem, 1.5vw, 1.3rem) } .slide h3 { font-size: clamp(1.3rem, min(3vw, 5vh), 2.6rem) }
.slide ol { list-style: none; padding: 0; margin-block: auto; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, max(24vw, 15rem)), 1fr)); gap: 2vh 3vw }
.slide li { border-top: 3px solid var(--ink); padding-top: 1vh } .slide h4 { font-size: clamp(1.05rem, min(2.1vw, 3.3vh), 2.2rem); line-height: 1.25 } .slide p { font-size: clamp(.85rem, min(1.45vw, 2.4vh), 1.7rem); line-height: 1.34 } .slide li p[dir] { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden }
.steps { display: flex; align-items: baseline; gap: 1.5rem; font-size: 1rem; color: var(--soft) } .steps a { padding: .25rem 0 } .steps a.none { visibility: hidden }
`
