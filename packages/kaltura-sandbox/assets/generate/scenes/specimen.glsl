// A model on a stage. Variants: 0 heart, 1 molecule, 2 double helix, 3 turbine wheel, 4 clay vessels, 5 crystal cluster
vec3 sun = normalize(vec3(-0.55, 0.75, -0.45));
float smin(float a, float b, float k) { float h = clamp(0.5 + 0.5 * (b - a) / k, 0.0, 1.0); return mix(b, a, h) - k * h * (1.0 - h); }
float stick(vec3 p, vec3 a, vec3 b, float r) { vec3 pa = p - a, ba = b - a; return length(pa - ba * clamp(dot(pa, ba) / dot(ba, ba), 0.0, 1.0)) - r; }
vec2 pick(vec2 a, float d, float m) { return d < a.x ? vec2(d, m) : a; }
vec2 heart(vec3 p) {
  float beat = pow(abs(sin(u_time * 2.4)), 10.0) * 0.05 + pow(abs(sin(u_time * 2.4 - 0.5)), 12.0) * 0.03;
  p.xz = rot(u_time * 0.25 + 0.5) * p.xz; p.xy = rot(-0.35) * p.xy;
  vec3 q = p / (1.0 + beat);
  float l = length((q - vec3(-0.16, -0.15, 0)) * vec3(1.0, 0.82, 1.05)) - 0.50, r = length((q - vec3(0.24, -0.06, -0.1)) * vec3(1.0, 0.86, 1.0)) - 0.42;
  float tip = length((q - vec3(-0.08, -0.62, 0.02)) * vec3(1.15, 0.9, 1.15)) - 0.22;
  float body = smin(smin(l, r, 0.22), tip, 0.34);
  float atria = smin(length(q - vec3(-0.34, 0.36, -0.05)) - 0.25, length(q - vec3(0.36, 0.34, 0.0)) - 0.26, 0.1);
  body = smin(body, atria, 0.09);
  float groove = abs(q.x * 0.9 + q.y * 0.35 + 0.03 + 0.05 * sin(q.y * 7.0)); body += 0.022 * smoothstep(0.06, 0.0, groove) * smoothstep(0.5, 0.1, q.y);
  vec3 v = q; v.x += 0.02 * sin(q.y * 13.0); float vein = abs(abs(v.x * 0.9 + v.y * 0.45 - 0.12) - 0.16 - 0.06 * sin(v.y * 5.0)); float coronary = vein;
  body += 0.008 * (noise(q * 16.0) - 0.5);
  vec2 res = vec2(body, coronary < 0.022 && q.z < 0.2 && q.y < 0.25 ? 2.0 : 1.0);
  if (res.y > 1.5) res.x -= 0.010 * smoothstep(0.022, 0.0, coronary);
  vec3 a = q - vec3(0.02, 0.55, 0.0); float arch = length(vec2(length(a.xy - vec2(-0.20, 0.16)) - 0.24, a.z)) - 0.105; arch = max(arch, -(a.y - 0.02)); arch = smin(arch, stick(a, vec3(0.04, -0.4, 0), vec3(0.04, 0.18, 0), 0.105), 0.05); arch = smin(arch, stick(a, vec3(-0.44, 0.18, 0), vec3(-0.46, -0.2, 0.12), 0.09), 0.05);
  for (int i = 0; i < 3; i++) { float f = float(i); arch = smin(arch, stick(a, vec3(-0.08 - 0.12 * f, 0.36 - 0.02 * f * f, 0), vec3(-0.04 - 0.16 * f, 0.66, 0.0), 0.034), 0.03); }
  res = pick(res, arch, 3.0);
  res = pick(res, stick(q, vec3(0.42, 0.1, 0.08), vec3(0.40, 0.98, 0.05), 0.085), 4.0);
  res = pick(res, smin(stick(q, vec3(-0.05, 0.2, -0.26), vec3(0.0, 0.62, -0.22), 0.10), stick(q, vec3(0.0, 0.62, -0.22), vec3(-0.5, 0.66, -0.1), 0.075), 0.05), 4.0);
  return res;
}
vec3 atoms[14];
vec3 atom(float i) { float a = i * 2.39996 , y = 1.0 - 2.0 * (i + 0.5) / 14.0, r = sqrt(1.0 - y * y); return vec3(cos(a) * r, y, sin(a) * r) * (0.62 + 0.42 * hash1(i)); }
vec2 molecule(vec3 p) {
  p.xz = rot(u_time * 0.35) * p.xz; p.xy = rot(0.3) * p.xy; vec2 res = vec2(length(p) - 0.26, 10.0);
  for (int i = 0; i < 14; i++) { vec3 a = atoms[i]; float k = mod(float(i), 4.0); res = pick(res, length(p - a) - (k < 1.0 ? 0.22 : k < 2.0 ? 0.17 : 0.14), 11.0 + k);
    vec3 b = i < 5 ? vec3(0) : atoms[(i - 5) % 5]; res = pick(res, stick(p, a, b, 0.045), 15.0); }
  return res;
}
vec2 helix(vec3 p) {
  p.xy = rot(0.9) * p.xy; p.xz = rot(u_time * 0.5) * p.xz; float turn = p.y * 2.6; vec3 q = p; q.xz = rot(turn) * q.xz;
  vec2 res = vec2((length(q.xz - vec2(0.46, 0.0)) - 0.085) * 0.62, 20.0); res = pick(res, (length(q.xz + vec2(0.46, 0.0)) - 0.085) * 0.62, 21.0);
  float gap = 0.24, id = round(p.y / gap); vec3 r = p; r.y -= id * gap; r.xz = rot(id * gap * 2.6) * r.xz;
  float bar = stick(r, vec3(-0.46, 0, 0), vec3(0.46, 0, 0), 0.038); return pick(res, bar * 0.8, (r.x > 0.0 ? 22.0 : 23.0) + 2.0 * step(0.5, hash1(id)));
}
vec2 turbine(vec3 p) {
  p.xz = rot(-0.55) * p.xz; p.xy = rot(u_time * 0.5) * p.xy; vec2 res = vec2(max(length(p.xy) - 0.27, abs(p.z) - 0.2) - 0.02, 30.0); res = pick(res, length(p * vec3(1, 1, 0.75) + vec3(0, 0, 0.14)) - 0.24, 31.0);
  float n = 14.0, a = atan(p.y, p.x), id = round(a / TAU * n); vec3 q = p; q.xy = rot(-id / n * TAU) * q.xy; q.yz = rot(0.55 + q.x * 0.5) * q.yz; vec3 b = abs(q - vec3(0.62, 0, 0)) - vec3(0.40, 0.10 - 0.02 * q.x, 0.012); res = pick(res, (length(max(b, 0.0)) + min(max(b.x, max(b.y, b.z)), 0.0) - 0.012) * 0.75, 32.0);
  vec2 ring = vec2(length(p.xy) - 1.1, p.z); return pick(res, max(abs(ring.x) - 0.035, abs(ring.y) - 0.2) - 0.015, 30.0);
}
float lathe(vec3 p, float h, float r, float belly) { float y = clamp(p.y / h, 0.0, 1.0); float w = r * (0.55 + belly * sin(y * 2.7 + 0.25) - 0.35 * smoothstep(0.6, 0.85, y) + 0.32 * smoothstep(0.86, 1.0, y)); float d = max(length(p.xz) - w, max(-p.y, p.y - h)); return max(d, -(max(length(p.xz) - w + 0.03, -(p.y - h * 0.5)))) * 0.6; }
vec2 vessels(vec3 p) { p.y += 0.95; vec2 res = vec2(9, 0); p.xz = rot(u_time * 0.12) * p.xz; res = pick(res, lathe(p - vec3(-0.1, 0, 0.2), 1.55, 0.52, 0.62), 40.0); res = pick(res, lathe(p - vec3(0.85, 0, -0.15), 1.05, 0.44, 0.72), 41.0); res = pick(res, lathe(p - vec3(-0.95, 0, -0.25), 0.72, 0.46, 0.82), 42.0); return res; }
vec2 crystal(vec3 p) { p.y += 0.75; p.xz = rot(u_time * 0.2) * p.xz; float d = 9.0; for (int i = 0; i < 9; i++) { float f = float(i); vec3 q = p; q.xz = rot(f * 2.4) * q.xz; q.xy = rot((0.12 + 0.09 * f) * (i == 0 ? 0.2 : 1.0)) * q.xy; float h = (1.6 - 0.11 * f) * (0.65 + 0.45 * hash1(f)), w = 0.24 - 0.013 * f; vec3 k = abs(q); float hex = max(k.x * 0.866 + k.z * 0.5, k.z) - w; hex = max(hex, -q.y); float top = dot(vec2(max(k.x * 0.866 + k.z * 0.5, k.z), q.y - h), normalize(vec2(1.5, 1.0))) ; d = min(d, max(hex, top)); } return vec2(d * 0.9, 50.0); }
float floorY = -1.0;
vec2 model(vec3 p) { return u_variant == 0 ? heart(p) : u_variant == 1 ? molecule(p) : u_variant == 2 ? helix(p) : u_variant == 3 ? turbine(p) : u_variant == 4 ? vessels(p) : crystal(p); }
vec2 map(vec3 p) {
  float reach = u_variant == 2 ? 9.0 : 1.75; // no need to look at the model's parts from afar
  float away = length(p) - reach;
  vec2 r = away > 0.3 ? vec2(away, 1.0) : model(p);
  return pick(r, p.y - floorY, 0.0);
}
vec3 normalAt(vec3 p) { vec2 e = vec2(0.0015, -0.0015); return normalize(e.xyy * map(p + e.xyy).x + e.yyx * map(p + e.yyx).x + e.yxy * map(p + e.yxy).x + e.xxx * map(p + e.xxx).x); }
vec3 skin(float m, vec3 p) {
  if (m < 1.5) return mix(paint(0x9c2a2c), paint(0xc9524a), fbm(p * 5.0, 4)); if (m < 2.5) return paint(0xe8c98a); if (m < 3.5) return paint(0xd0433f); if (m < 4.5) return paint(0x3f66a8);
  if (m < 10.5) return paint(0x30363f); if (m < 11.5) return paint(0xe2483d); if (m < 12.5) return paint(0x2f7fd0); if (m < 13.5) return paint(0xf4f4f0); if (m < 14.5) return paint(0xf2b632); if (m < 15.5) return paint(0xa8b0b8);
  if (m < 20.5) return paint(0x2fa8b8); if (m < 21.5) return paint(0xe86a5a); if (m < 22.5) return paint(0xf5c04a); if (m < 23.5) return paint(0x6a5acd); if (m < 24.5) return paint(0x4fc07a); if (m < 25.5) return paint(0xf08fb0);
  if (m < 30.5) return paint(0x5a6672); if (m < 31.5) return paint(0xe0662f); if (m < 32.5) return paint(0xc4ced8);
  if (m < 40.5) { float y = p.y + 0.95; return mix(paint(0xb5613c), paint(0x2a211f), step(0.72, fract(y * 3.1)) * step(0.4, fract(atan(p.x, p.z) * 4.0 + y * 2.0)) + step(0.9, fract(y * 1.55))); } if (m < 41.5) return mix(paint(0x3f7f86), paint(0xe8dfc8), smoothstep(0.45, 0.55, fbm(p * 3.0, 3))); if (m < 42.5) return paint(0xe3c9a0);
  return mix(paint(0x7a4fd0), paint(0xd9b8ff), 0.4 + 0.4 * p.y);
}
vec3 scene(vec3 eye, vec3 rd0, vec2 uv) {
  for (int i = 0; i < 14; i++) atoms[i] = atom(float(i));
  vec3 a, b; // the stage
  if (u_variant == 0) { a = paint(0xf3e6dd); b = paint(0xc99f92); } else if (u_variant == 1) { a = paint(0xdff0f5); b = paint(0x86b4c9); } else if (u_variant == 2) { a = paint(0x16224f); b = paint(0x070b20); }
  else if (u_variant == 3) { a = paint(0x39485a); b = paint(0x141b26); } else if (u_variant == 4) { a = paint(0xf0e2cc); b = paint(0xc39b72); } else { a = paint(0x3a2a5f); b = paint(0x120b26); }
  vec3 ro = vec3(0.0, 0.35, -4.3), rd = normalize(vec3(uv.x, uv.y - 0.16, u_variant == 2 ? 2.5 : 3.0));
  floorY = u_variant == 4 || u_variant == 5 ? -0.95 : -1.35;
  vec3 back = mix(b, a, exp(-dot(uv - vec2(-0.25, 0.25), uv - vec2(-0.25, 0.25)) * 0.55)); vec3 c = back;
  float t = 1.5; vec2 h = vec2(0); bool hit = false; for (int i = 0; i < 110; i++) { h = map(ro + rd * t); if (h.x < 0.001) { hit = true; break; } t += h.x * 0.85; if (t > 16.0) break; }
  if (hit) {
    vec3 p = ro + rd * t, n = normalAt(p); float s = 1.0, k = 0.03; for (int i = 0; i < 36; i++) { float d = map(p + n * 0.01 + sun * k).x; s = min(s, 10.0 * d / k); k += clamp(d, 0.02, 0.3); if (s < 0.01 || k > 5.0) break; } s = clamp(s, 0.0, 1.0);
    float ao = 1.0, w = 1.0; for (int i = 1; i <= 5; i++) { float d = 0.09 * float(i); ao -= w * max(0.0, d - map(p + n * d).x) * 0.8; w *= 0.72; } ao = clamp(ao, 0.2, 1.0);
    if (h.y < 0.5) { float fade = smoothstep(3.0, 9.5, t); c = mix(back * (0.72 + 0.34 * s) * (0.6 + 0.4 * ao), back, fade); }
    else { vec3 alb = skin(h.y, p); float dif = max(dot(n, sun), 0.0) * s, rim = pow(1.0 - max(dot(n, -rd), 0.0), 3.0); vec3 r = reflect(rd, n); bool metal = u_variant == 3;
      float spec = pow(max(dot(r, sun), 0.0), metal ? 30.0 : u_variant == 4 ? 12.0 : 48.0) * s;
      c = alb * (dif * 1.15 * paint(0xfff4e4) + ao * (0.34 + 0.2 * n.y) * mix(vec3(0.9), a, 0.5)) + (u_variant == 4 ? 0.15 : metal ? 0.8 : 0.5) * spec * vec3(1.0, 0.97, 0.92) + rim * ao * mix(a, vec3(1), 0.3) * (u_variant == 2 || u_variant == 5 ? 0.75 : 0.3);
      if (metal) c = mix(c, alb * three(paint(0x202833), paint(0x8a9aaa), paint(0xf0f4f8), 0.5 + 0.5 * r.y), 0.5);
      if (u_variant == 5) c += alb * 0.45 * pow(max(dot(rd, -n) , 0.0), 2.0) + paint(0xff9ad5) * 0.25 * smoothstep(-0.6, 0.9, noise(p * 6.0) - 0.5 + n.x * 0.3) * (1.0 - dif);
      if (u_variant == 0) c += paint(0xff5040) * 0.10 * (1.0 - dif); }
  } else if (u_variant == 2 || u_variant == 5) { vec2 g = uv * 6.0; float bokeh = 0.0; for (int i = 0; i < 10; i++) { vec2 at = vec2(-1.7 + 3.4 * hash1(float(i)), -0.8 + 1.7 * hash1(float(i) + 20.0)); bokeh += smoothstep(0.11, 0.09, length(uv - at) / (0.4 + hash1(float(i) + 40.0))) * 0.05; } c += bokeh * mix(a, paint(0x7fd0ff), 0.6) * 2.0; }
  return c;
}
