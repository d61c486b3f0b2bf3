package mkfsdfu.source;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The host's file system with a hand in between: before each operation a hook is asked, which may
 * change files or throw. So a file can change at the one moment that matters, and permission can be
 * denied to root.
 */
final class TouchyFileSystem extends FileSystemProvider {
  /** What a path is about to be used for. */
  enum Operation {
    LOOK,
    LIST,
    LIST_NEXT,
    OPEN
  }

  /** Called before an operation. */
  interface Hook {
    void before(Operation operation, Path path) throws IOException;
  }

  private static final FileSystem HOST = Path.of("/").getFileSystem();

  private final Hook hook;
  private final List<String> operations = new ArrayList<>();

  TouchyFileSystem(Hook hook) {
    this.hook = hook;
  }

  /** Returns the operations so far, as {@code LOOK name}. */
  List<String> operations() {
    return operations;
  }

  /** Returns a path that leads through this file system. */
  Path wrap(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            TouchyFileSystem.class.getClassLoader(),
            new Class<?>[] {Path.class, Wrapped.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("unwrapped")) {
                return path;
              }
              if (method.getName().equals("getFileSystem")) {
                return system();
              }
              Object[] own = arguments == null ? new Object[0] : arguments.clone();
              for (int i = 0; i < own.length; i++) {
                own[i] = own[i] instanceof Wrapped wrapped ? wrapped.unwrapped() : own[i];
              }
              try {
                Object result = method.invoke(path, own);
                return result instanceof Path other ? wrap(other) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private interface Wrapped {
    Path unwrapped();
  }

  private static Path unwrap(Path path) {
    return ((Wrapped) path).unwrapped();
  }

  private Path touch(Operation operation, Path path) throws IOException {
    Path real = unwrap(path);
    operations.add(operation + " " + real.getFileName());
    hook.before(operation, real);
    return real;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return HOST.provider().readAttributes(touch(Operation.LOOK, path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return HOST.provider().readAttributes(unwrap(path), names, options);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    Path real = touch(Operation.LIST, directory);
    DirectoryStream<Path> stream = HOST.provider().newDirectoryStream(real, filter);
    Iterator<Path> entries = stream.iterator();
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return entries.hasNext();
          }

          @Override
          public Path next() {
            try {
              hook.before(Operation.LIST_NEXT, real);
            } catch (IOException e) {
              throw new DirectoryIteratorException(e);
            }
            return wrap(entries.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return HOST.provider().newInputStream(touch(Operation.OPEN, path), options);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return wrap(HOST.provider().readSymbolicLink(unwrap(link)));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    HOST.provider().checkAccess(unwrap(path), modes);
  }

  private FileSystem system() {
    return new FileSystem() {
      @Override
      public FileSystemProvider provider() {
        return TouchyFileSystem.this;
      }

      @Override
      public void close() {}

      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public boolean isReadOnly() {
        return false;
      }

      @Override
      public String getSeparator() {
        return "/";
      }

      @Override
      public Iterable<Path> getRootDirectories() {
        return HOST.getRootDirectories();
      }

      @Override
      public Iterable<FileStore> getFileStores() {
        return HOST.getFileStores();
      }

      @Override
      public Set<String> supportedFileAttributeViews() {
        return HOST.supportedFileAttributeViews();
      }

      @Override
      public Path getPath(String first, String... more) {
        return wrap(HOST.getPath(first, more));
      }

      @Override
      public java.nio.file.PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
      }

      @Override
      public java.nio.file.attribute.UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
      }

      @Override
      public java.nio.file.WatchService newWatchService() {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public String getScheme() {
    return "touchy";
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return HOST.provider().isSameFile(unwrap(path), unwrap(other));
  }

  // What reading a tree has no business with.

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isHidden(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }
}
