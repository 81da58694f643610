import assert from 'node:assert/strict';
import { eventually, useWorkbench } from '../support/workbench.ts';

describe('workbench', () => {
  const workbench = useWorkbench({ files: { 'story.txt': 'Rain fell on Lima.\n', 'other.txt': 'Wind too.\n' } });

  it('opens an article by quick open', async () => {
    await workbench.open('story.txt');
    await eventually(async () => assert.equal(await workbench.text(), 'Rain fell on Lima.\n'));
  });
});
