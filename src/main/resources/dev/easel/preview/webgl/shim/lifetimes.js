// Buffers, textures and the like: making, deleting, asking whether they are there.

Object.assign(own, {
  createBuffer() { return create(this[$], BUFFER, 0); },
  createFramebuffer() { return create(this[$], FRAMEBUFFER, 0); },
  createRenderbuffer() { return create(this[$], RENDERBUFFER, 0); },
  createTexture() { return create(this[$], TEXTURE, 0); },
  createQuery() { return create(this[$], QUERY, 0); },
  createSampler() { return create(this[$], SAMPLER, 0); },
  createTransformFeedback() { return create(this[$], TRANSFORM_FEEDBACK, 0); },
  createVertexArray() { return create(this[$], VERTEX_ARRAY, 0); },

  deleteBuffer(buffer) {
    var s = this[$];
    if (s.lost) return;
    var record = buffer ? buffer[$] : undefined, isThere = record && !record.gone;
    remove(s, buffer, BUFFER);
    if (isThere && record.gone) unbindBuffer(s, record);
  },
  deleteRenderbuffer(renderbuffer) { if (!this[$].lost) remove(this[$], renderbuffer, RENDERBUFFER); },
  deleteTexture(texture) { if (!this[$].lost) remove(this[$], texture, TEXTURE); },
  deleteSampler(sampler) { if (!this[$].lost) remove(this[$], sampler, SAMPLER); },
  deleteSync(sync) { if (!this[$].lost) remove(this[$], sync, SYNC); },
  deleteQuery(query) {
    var s = this[$];
    if (s.lost) return;
    if (query) for (var target in s.queries) if (s.queries[target] === query[$]) {
      command(s, OP_endQuery, +target);
      s.queries[target] = null;
    }
    remove(s, query, QUERY);
  },
  deleteTransformFeedback(feedback) {
    var s = this[$];
    if (s.lost) return;
    if (feedback && feedback[$] && feedback[$].active) {
      fail(s, INVALID_OPERATION);
      return;
    }
    remove(s, feedback, TRANSFORM_FEEDBACK);
    if (feedback && s.feedback === feedback[$]) s.feedback = null;
  },
  deleteVertexArray(array) {
    var s = this[$];
    if (s.lost) return;
    remove(s, array, VERTEX_ARRAY);
    if (array && s.vertexArray === array[$]) s.vertexArray = null;
  },

  isBuffer(object) { return exists(this[$], object, BUFFER); },
  isFramebuffer(object) { return exists(this[$], object, FRAMEBUFFER); },
  isRenderbuffer(object) { return exists(this[$], object, RENDERBUFFER); },
  isTexture(object) { return exists(this[$], object, TEXTURE); },
  isQuery(object) { return exists(this[$], object, QUERY); },
  isSampler(object) { return exists(this[$], object, SAMPLER); },
  isSync(object) { return exists(this[$], object, SYNC); },
  isTransformFeedback(object) { return exists(this[$], object, TRANSFORM_FEEDBACK); },
  isVertexArray(object) { return exists(this[$], object, VERTEX_ARRAY); }
});

// ---- what was deleted while something that was not bound had it: it can still be asked for ----

var DELETIONS_A_SWEEP = 1024;

function keepWeakly(record) {
  var s = record.owner, kind = record.kind;
  if (kind !== BUFFER && kind !== TEXTURE && kind !== RENDERBUFFER) return;
  var list = s.deleted[kind] = s.deleted[kind] || new Map();
  list.set(record.id, new WeakRef(record.object));
  if (++s.deletions % DELETIONS_A_SWEEP === 0) s.deleted.forEach(forget);
}

function forget(list) {
  list.forEach(function (reference, id) { if (!reference.deref()) list.delete(id); });
}

function deletedObject(s, kind, id) {
  var list = s.deleted[kind], reference = list && list.get(id);
  return reference && reference.deref() || null;
}
