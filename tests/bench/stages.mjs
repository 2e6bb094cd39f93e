// Where the time goes: a sampled profile, each sample put to the stage that stands on its stack. Nothing in the product is touched for it.
import inspector from 'node:inspector';

/** Stages by the function that does them, in the order of work. */
const stages = [
  ['read', /^readXlsx\d*$/],
  ['recognise', /^recognise(?:InSteps)?\d*$/],
  ['rubric', /^readRubricOnce\d*$/],
  ['observations', /^(?:readObservation|readByKind|collectRateEvidence)\d*$/],
  ['scoring', /^(?:scoreWorkbook|toAssessmentParts)\d*$/],
  ['checks', /^runChecks\d*$/],
  ['stamp', /^(?:findSummary|isOwnSheet|verifySummary)\d*$/],
];

function stageOf(node) {
  for (let at = node; at !== undefined; at = at.parent) {
    const stage = stages.find(([, pattern]) => pattern.test(at.callFrame.functionName));
    if (stage !== undefined) return stage[0];
    if (at.callFrame.functionName === '(garbage collector)') return 'memory';
  }
  return 'other';
}

/** Runs `run` under the profiler and gives each stage's share of its time, 0 to 1, largest first. */
export async function stageShares(run) {
  const session = new inspector.Session();
  session.connect();
  const post = (method, given) =>
    new Promise((resolve, reject) => session.post(method, given, (error, answer) => (error ? reject(error) : resolve(answer))));
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 200 });
  await post('Profiler.start');
  run();
  const { profile } = await post('Profiler.stop');
  session.disconnect();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  for (const node of profile.nodes) for (const child of node.children ?? []) nodes.get(child).parent = node;
  const spent = new Map();
  profile.samples.forEach((id, index) => {
    const stage = stageOf(nodes.get(id));
    spent.set(stage, (spent.get(stage) ?? 0) + profile.timeDeltas[index]);
  });
  const total = Array.from(spent.values()).reduce((sum, time) => sum + time, 0);
  return Array.from(spent, ([stage, time]) => ({ stage, share: time / total })).sort((one, other) => other.share - one.share);
}
