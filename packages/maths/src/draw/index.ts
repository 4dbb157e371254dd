export { chooseVariants, draw, type Values, type Variant, variant } from './draw.ts'
export { type FilledText, type FillStyle, fill, fillText } from './fill.ts'
export { type Count, type Preparation, type Prepared, prepare } from './prepare.ts'
export { type DrawProblem, drawSentence } from './problem.ts'
