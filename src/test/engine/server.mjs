// llama.cpp behind the two requests of the OpenAI protocol that Easel makes.
//   node server.mjs MODEL.gguf    prints its address
import {createServer} from "node:http";
import {getLlama, LlamaCompletion} from "node-llama-cpp";

const llama = await getLlama({gpu: false, maxThreads: 1, build: "never", progressLogs: false, logLevel: "error"});
const model = await llama.loadModel({modelPath: process.argv[2]});
const NAME = "easel-random";
const LONGEST = 1500;

async function complete(request, response) {
    let body = "";
    for await (const piece of request) {
        body += piece;
    }
    const asked = JSON.parse(body);
    const prompt = asked.messages.map((m) => `${m.role}: ${m.content}`).join("\n");
    const left = new AbortController();
    response.on("close", () => left.abort());
    response.writeHead(200, {"Content-Type": "text/event-stream"});
    const event = (choices, more = {}) =>
        response.write(`data: ${JSON.stringify({id: "c", object: "chat.completion.chunk", model: NAME, choices, ...more})}\n\n`);
    const delta = (content, reason = null) => [{index: 0, delta: {content}, finish_reason: reason}];
    const context = await model.createContext({contextSize: 2048, threads: 1});
    try {
        const sequence = context.getSequence();
        const completion = new LlamaCompletion({contextSequence: sequence});
        const {metadata} = await completion.generateCompletionWithMeta(prompt, {
            maxTokens: asked.max_tokens ?? LONGEST,
            temperature: 0.8,
            seed: 7,
            signal: left.signal,
            stopOnAbortSignal: true,
            onTextChunk: (text) => event(delta(text))
        });
        if (left.signal.aborted) {
            console.log("left");
            return;
        }
        event(delta("", metadata.stopReason === "maxTokens" ? "length" : "stop"));
        const {usedInputTokens, usedOutputTokens} = sequence.tokenMeter;
        event([], {usage: {prompt_tokens: usedInputTokens, completion_tokens: usedOutputTokens}});
        response.end("data: [DONE]\n\n");
    } finally {
        await context.dispose();
    }
}

const server = createServer((request, response) => {
    if (request.url === "/v1/models") {
        response.writeHead(200, {"Content-Type": "application/json"});
        response.end(JSON.stringify({object: "list", data: [{id: NAME, object: "model", meta: {n_ctx_train: 4096}}]}));
    } else {
        complete(request, response).catch((e) => {
            console.error(e);
            response.destroy();
        });
    }
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/v1`));
