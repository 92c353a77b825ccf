// What the runner starts as the post step, whatever became of the main step.
process.env.STATE_isPost = 'true';
if (process.env.STATE_leftovers !== 'none') await import('./index.js');
