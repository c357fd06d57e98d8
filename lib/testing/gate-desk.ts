import { randomBytes } from "node:crypto";
import { openGate } from "@/lib/gate/open-gate";
import type { OpenGate } from "@/lib/gate/open-gate";
import type { Runtime } from "@/lib/runtime";
import { openTestRuntime } from "@/lib/testing/test-runtime";

/** A gate over HTTP, on a database with one mini program in it. */
export interface GateDesk {
  runtime: Runtime;
  url: string;
  appId: string;
  miniProgramId: string;
  /** `GET` of a scene as a phone asks for it; of this mini program unless told. */
  ask(
    scene: string,
    options?: { appId?: string; query?: string; headers?: object },
  ): Promise<Response>;
  /** `POST` of a report. */
  report(scene: string, body: string): Promise<Response>;
  addScene(value: string, data?: Partial<SceneData>): Promise<string>;
  addVersion(sceneId: string, version: number, data: VersionData): Promise<void>;
  addMiniProgram(): Promise<{ id: string; appId: string }>;
  close(): Promise<void>;
}

interface SceneData {
  miniProgramId: string;
  page: string;
  payload: object;
}

interface VersionData {
  page: string;
  payload?: object;
  /** From now, by the database's clock; may be negative. */
  inMs: number;
}

export async function openGateDesk(overrides: Record<string, string> = {}): Promise<GateDesk> {
  const runtime = await openTestRuntime(overrides);
  const gate = await openGate(runtime.env, 0);
  return gateDesk(runtime, gate);
}

/** The same for a gate that listens already, and belongs to whoever opened it. */
export async function gateDesk(
  runtime: Runtime,
  gate: Pick<OpenGate, "port"> & Partial<OpenGate>,
): Promise<GateDesk> {
  const url = `http://127.0.0.1:${gate.port}`;
  const { id: miniProgramId, appId } = await addMiniProgram(runtime);
  const addressOf = (scene: string, ofApp = appId) =>
    `${url}/v1/mini-programs/${ofApp}/scenes/${encodeURIComponent(scene)}`;
  return {
    runtime,
    url,
    appId,
    miniProgramId,
    ask: (scene, { appId: ofApp, query = "", headers = {} } = {}) =>
      fetch(addressOf(scene, ofApp) + query, { headers: { ...headers } }),
    report: (scene, body) => fetch(`${addressOf(scene)}/scans`, { method: "POST", body }),
    async addScene(value, data = {}) {
      const scene = { miniProgramId, value, page: "pages/shop/index", ...data };
      return (await runtime.db.scene.create({ data: scene })).id;
    },
    async addVersion(sceneId, version, { page, payload, inMs }) {
      await runtime.db.$executeRaw`
        INSERT INTO scene_versions (scene_id, version, page, payload, effective_from, created_by_name, created_at)
        VALUES (${sceneId}::uuid, ${version}, ${page}, ${payload ? JSON.stringify(payload) : null}::jsonb,
          clock_timestamp() + ${inMs} * interval '1 millisecond', '林悦', clock_timestamp())`;
    },
    addMiniProgram: () => addMiniProgram(runtime),
    async close() {
      await gate.close?.();
      await runtime.close();
    },
  };
}

async function addMiniProgram({ db }: Runtime): Promise<{ id: string; appId: string }> {
  const appId = `wx${randomBytes(8).toString("hex")}`;
  const data = { name: appId, wechatAppId: appId, secretCiphertext: "sealed" };
  const { id } = await db.miniProgram.create({ data });
  return { id, appId };
}

/** What was heard and written down, oldest first. */
export function readHeard({ db }: Runtime) {
  return db.heardScan.findMany({ orderBy: { id: "asc" } });
}
