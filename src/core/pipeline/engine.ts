/** All of the core that takes long to load, for those who load it when they need it. */
export { readNameModel } from '../learned/model.ts';
export { analyzeSteps, STAGES } from './analyze.ts';
