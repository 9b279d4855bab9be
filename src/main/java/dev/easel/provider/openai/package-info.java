/// OpenAI-compatible servers (Ollama, LM Studio, llama.cpp) over OkHttp.
@NullMarked
package dev.easel.provider.openai;

import org.jspecify.annotations.NullMarked;
