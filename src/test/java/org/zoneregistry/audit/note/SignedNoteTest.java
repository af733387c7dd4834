package org.zoneregistry.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.audit.merkle.Hash;

class SignedNoteTest {

    /** The key and the note from the documentation of golang.org/x/mod/sumdb/note. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private final SignerKey signer = SignerKey.generate("registry.example/zones");

    @Test
    void a_note_of_another_implementation_is_read_and_verified() {
        SignedNote note = SignedNote.parse(NOTE);
        assertThat(note.isSignedBy(VerifierKey.parse(PETER))).isTrue();
        assertThat(note).hasToString(NOTE);
        assertThat(note.isSignedBy(signer.verifier())).isFalse();
    }

    @Test
    void a_key_of_another_implementation_signs_the_same() {
        SignerKey peter = SignerKey.parse(SECRET, VerifierKey.parse(PETER));
        assertThat(SignedNote.of(SignedNote.parse(NOTE).text(), List.of(peter))).hasToString(NOTE);
        assertThat(peter.secret()).isEqualTo(SECRET);
        assertThat(peter.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_key_is_read_as_it_was_written_and_never_taken_for_another() {
        VerifierKey verifier = signer.verifier();
        assertThat(VerifierKey.parse(verifier.toString())).isEqualTo(verifier);
        assertThat(SignerKey.parse(signer.secret(), verifier).sign("text")).isEqualTo(signer.sign("text"));
        assertThatThrownBy(() -> SignerKey.parse(SECRET, verifier)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerifierKey.parse(PETER.replace("c74f20a3", "c74f20a4")))
                .hasMessageContaining("the key's is c74f20a3");
    }

    @Test
    void a_note_is_no_longer_signed_once_any_character_is_changed() {
        SignedNote note = SignedNote.of("one\ntwo\n", List.of(signer));
        assertThat(SignedNote.parse(note.toString()).isSignedBy(signer.verifier()))
                .isTrue();
        String changed = note.toString().replace("two", "tvo");
        assertThat(SignedNote.parse(changed).isSignedBy(signer.verifier())).isFalse();
    }

    @Test
    void several_keys_can_sign_as_while_one_takes_over_from_another() {
        SignerKey next = SignerKey.generate("registry.example/zones");
        SignedNote note =
                SignedNote.parse(SignedNote.of("one\n", List.of(signer, next)).toString());
        assertThat(note.isSignedBy(signer.verifier())).isTrue();
        assertThat(note.isSignedBy(next.verifier())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "one\n",
                "one\n\n",
                "one\n\n- a b\n",
                "one\n\n\u2014 a AAAA\n",
                "one\n\n\u2014 a+b AAAAAAAA\n",
                "one\n\n\u2014 a AAAAAAAA",
                "o\tne\n\n\u2014 a AAAAAAAA\n"
            })
    void what_is_no_note_is_refused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_is_read_as_it_was_written() {
        var checkpoint = new Checkpoint("registry.example/zones", 412, Hash.ofLeaf(new byte[] {1}));
        SignedNote note = checkpoint.sign(List.of(signer));
        assertThat(Checkpoint.parse(SignedNote.parse(note.toString()).text())).isEqualTo(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.text() + "an extension\n")).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n",
                "origin\n1\n",
                "origin\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "origin\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n",
                "origin\none\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
