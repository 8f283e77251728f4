import { afterAll, beforeAll } from 'vitest';
import inspector from 'node:inspector';
import fs from 'node:fs';
const s = new inspector.Session(); s.connect();
let t;
beforeAll(() => { s.post('Profiler.enable'); s.post('Profiler.setSamplingInterval',{interval:2000}); s.post('Profiler.start'); t=process.cpuUsage(); });
afterAll(() => { const u=process.cpuUsage(t); console.error('CPU in tests', (u.user+u.system)/1e6); s.post('Profiler.stop', (e,{profile}) => fs.writeFileSync('/tmp/ck/prof/x.cpuprofile', JSON.stringify(profile))); });
