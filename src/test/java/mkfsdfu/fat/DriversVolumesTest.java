package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.stream.Stream;
import mkfsdfu.flash.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The volumes that the board's own driver made; testdata/vectors/README.md describes them. */
class DriversVolumesTest {
  private static final Path VECTORS = Path.of("testdata/vectors/fatfs-volumes.json");

  static Stream<Vector> vectors() throws Exception {
    JsonArray all = JsonParser.array().from(Files.readString(VECTORS));
    return all.stream().map(vector -> new Vector((JsonObject) vector));
  }

  @Test
  void allVectorsAreThere() throws Exception {
    assertThat(vectors()).hasSize(56);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesTheDriversBytes(Vector vector) throws Exception {
    WrittenVolume volume = vector.write(OptionalInt.of(vector.volumeId()));

    assertThat(volume.geometry().clusters()).isEqualTo(vector.number("clusters"));
    assertThat(volume.geometry().clusterBytes()).isEqualTo(vector.number("cluster_bytes"));
    assertThat(volume.freeClusters()).isEqualTo(vector.number("free_clusters"));
    assertThat(sha256(volume.bytes())).isEqualTo(vector.text("sha256"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void onlyTheSerialNumberDependsOnItsOrigin(Vector vector) {
    Bytes given = vector.write(OptionalInt.of(vector.volumeId())).bytes();
    WrittenVolume derived = vector.write(OptionalInt.empty());

    assertThat(derived.bytes().u32(39)).isEqualTo(Integer.toUnsignedLong(derived.volumeId()));
    assertThat(derived.bytes().slice(0, 39)).isEqualTo(given.slice(0, 39));
    assertThat(derived.bytes().slice(43, given.length() - 43))
        .isEqualTo(given.slice(43, given.length() - 43));
  }

  private static String sha256(Bytes bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()));
  }

  /** One line of the file. */
  record Vector(JsonObject json) {
    String text(String field) {
      return json.getString(field);
    }

    int number(String field) {
      return json.getInt(field);
    }

    int volumeId() {
      return Integer.parseUnsignedInt(text("volume_id").substring(2), 16);
    }

    WrittenVolume write(OptionalInt volumeId) {
      FormatRequest request = FormatRequest.asTheDriver(number("sectors") * 512L, 512);
      return VolumeWriter.write(
          Layout.of(
              NamedTree.of(tree()), GeometryRule.geometry(request), VolumeLabel.of(text("label"))),
          volumeId);
    }

    VolumeDirectory tree() {
      LocalDateTime time = LocalDateTime.parse(text("time"));
      TestTree tree = TestTree.empty();
      for (Object each : json.getArray("entries")) {
        JsonObject entry = (JsonObject) each;
        String path = entry.getString("path");
        if (path.endsWith("/")) {
          tree.directory(path);
        } else {
          tree.file(path, content(entry.getInt("size"), entry.getInt("seed")));
        }
      }
      return tree.build(FatTime.ofEpochSecond(time.toEpochSecond(ZoneOffset.UTC)));
    }

    private static byte[] content(int size, int seed) {
      byte[] content = new byte[size];
      for (int i = 0; i < size; i++) {
        content[i] = (byte) (seed * 31 + i * 7 + (i >> 8) * 13);
      }
      return content;
    }

    @Override
    public String toString() {
      return text("id");
    }
  }
}
