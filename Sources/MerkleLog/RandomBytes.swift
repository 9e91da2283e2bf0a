internal import CCrypto

/// Bytes that nobody can foresee: for ids, salts and keys.
///
/// The corresponding C function is `RAND_bytes`, seeded by the kernel. It fails only where the
/// kernel gives no entropy at all; that traps, since a predictable salt would be worse.
///
/// - Parameter count: how many bytes, 0…2³¹ − 1.
package func randomBytes(_ count: Int) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
    let filled = unsafe RAND_bytes(buffer.baseAddress, Int32(count))
    precondition(filled == 1, "the kernel gives no random bytes")
    initialized = count
  }
}
