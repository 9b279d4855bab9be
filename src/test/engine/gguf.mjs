// Writes a llama of a few thousand random weights as a GGUF file: a real model for a real engine,
// though it has nothing to say. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
import {writeFileSync} from "node:fs";

const EMBED = 64, FEED = 128, HEADS = 4, CONTEXT = 4096, ALIGN = 32;
const U32 = 4, F32 = 6, BOOL = 7, STRING = 8, ARRAY = 9, I32 = 5;

const words = "the page a button red blue <html> <body> <p> </p> {} ; function const é 🌍".split(" ");
const tokens = ["<unk>", "<s>", "</s>"];
const types = [2, 3, 3];
for (let i = 0; i < 256; i++) {
    tokens.push(`<0x${i.toString(16).toUpperCase().padStart(2, "0")}>`);
    types.push(6);
}
for (const word of words) {
    tokens.push("\u2581" + word);
    types.push(1);
}
while (tokens.length % 32) {
    tokens.push("\u2581w" + tokens.length);
    types.push(1);
}

const parts = [];
const push = (bytes) => parts.push(bytes);
const number = (size, write) => { const b = Buffer.alloc(size); write(b); push(b); };
const u32 = (n) => number(4, (b) => b.writeUInt32LE(n));
const i32 = (n) => number(4, (b) => b.writeInt32LE(n));
const f32 = (n) => number(4, (b) => b.writeFloatLE(n));
const u64 = (n) => number(8, (b) => b.writeBigUInt64LE(BigInt(n)));
const string = (s) => { const b = Buffer.from(s, "utf8"); u64(b.length); push(b); };
const writers = {[U32]: u32, [I32]: i32, [F32]: f32, [BOOL]: (v) => push(Buffer.from([v ? 1 : 0])), [STRING]: string};

const metadata = [
    ["general.architecture", STRING, "llama"],
    ["general.name", STRING, "easel-random"],
    ["general.file_type", U32, 0],
    ["llama.context_length", U32, CONTEXT],
    ["llama.embedding_length", U32, EMBED],
    ["llama.block_count", U32, 1],
    ["llama.feed_forward_length", U32, FEED],
    ["llama.attention.head_count", U32, HEADS],
    ["llama.attention.head_count_kv", U32, HEADS],
    ["llama.rope.dimension_count", U32, EMBED / HEADS],
    ["llama.attention.layer_norm_rms_epsilon", F32, 1e-5],
    ["llama.vocab_size", U32, tokens.length],
    ["tokenizer.ggml.model", STRING, "llama"],
    ["tokenizer.ggml.tokens", ARRAY, [STRING, tokens]],
    ["tokenizer.ggml.scores", ARRAY, [F32, tokens.map((t, i) => -i)]],
    ["tokenizer.ggml.token_type", ARRAY, [I32, types]],
    ["tokenizer.ggml.bos_token_id", U32, 1],
    ["tokenizer.ggml.eos_token_id", U32, 2],
    ["tokenizer.ggml.unknown_token_id", U32, 0],
    ["tokenizer.ggml.add_bos_token", BOOL, true]
];

const tensors = [
    ["token_embd.weight", [EMBED, tokens.length]],
    ["blk.0.attn_norm.weight", [EMBED]],
    ["blk.0.attn_q.weight", [EMBED, EMBED]],
    ["blk.0.attn_k.weight", [EMBED, EMBED]],
    ["blk.0.attn_v.weight", [EMBED, EMBED]],
    ["blk.0.attn_output.weight", [EMBED, EMBED]],
    ["blk.0.ffn_norm.weight", [EMBED]],
    ["blk.0.ffn_gate.weight", [EMBED, FEED]],
    ["blk.0.ffn_up.weight", [EMBED, FEED]],
    ["blk.0.ffn_down.weight", [FEED, EMBED]],
    ["output_norm.weight", [EMBED]],
    ["output.weight", [EMBED, tokens.length]]
];
const size = (shape) => shape.reduce((a, b) => a * b, 1) * 4;
const padded = (n) => Math.ceil(n / ALIGN) * ALIGN;

push(Buffer.from("GGUF"));
u32(3);
u64(tensors.length);
u64(metadata.length);
for (const [key, type, value] of metadata) {
    string(key);
    u32(type);
    if (type === ARRAY) {
        u32(value[0]);
        u64(value[1].length);
        value[1].forEach(writers[value[0]]);
    } else {
        writers[type](value);
    }
}
let offset = 0;
for (const [name, shape] of tensors) {
    string(name);
    u32(shape.length);
    shape.forEach(u64);
    u32(0);
    u64(offset);
    offset += padded(size(shape));
}
const head = Buffer.concat(parts);
push(Buffer.alloc(padded(head.length) - head.length));

// The same weights every time.
let seed = 42;
const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff - 0.5;
for (const [name, shape] of tensors) {
    const data = Buffer.alloc(padded(size(shape)));
    for (let i = 0; i < size(shape); i += 4) {
        data.writeFloatLE(name.includes("norm") ? 1 : random(), i);
    }
    push(data);
}
writeFileSync(process.argv[2], Buffer.concat(parts));
