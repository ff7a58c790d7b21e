package org.xueshi.files;

/** A file's bytes with their media type. */
public record FileContent(byte[] bytes, String mediaType) {}
