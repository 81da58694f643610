// What `node:assert/strict` stands for in the suite's bundle for the web host.
export { strict as default } from 'node:assert';
