package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// file is a file to be put into an archive.
type file struct {
	name       string // with slashes, as the archive has it
	path       string // where it lies
	executable bool
}

// filesOf returns the files of a folder, but not those of one folder in it.
func filesOf(dir, without string) ([]file, error) {
	var files []file
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name == without {
				return filepath.SkipDir
			}
			return nil
		}
		files = append(files, file{name: filepath.ToSlash(name), path: path})
		return nil
	})
	return files, err
}

// writeArchive writes files into an archive, a zip or a .tar.gz by its name. Its bytes
// follow from the names and contents of the files and the date alone, not from their
// order or from what the system says of them.
func writeArchive(path string, files []file, date time.Time) error {
	files = slices.SortedFunc(slices.Values(files), func(a, b file) int { return strings.Compare(a.name, b.name) })
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	defer out.Close()
	if strings.HasSuffix(path, ".zip") {
		err = writeZip(out, files, date)
	} else {
		err = writeTar(out, files, date)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return out.Close()
}

func writeTar(out *os.File, files []file, date time.Time) error {
	// The header of gzip has no date unless it is set.
	packed, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := tar.NewWriter(packed)
	for _, f := range files {
		data, err := os.ReadFile(f.path)
		if err != nil {
			return err
		}
		header := &tar.Header{Name: f.name, Size: int64(len(data)), Mode: int64(mode(f)), ModTime: date, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(header); err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return packed.Close()
}

func writeZip(out *os.File, files []file, date time.Time) error {
	w := zip.NewWriter(out)
	for _, f := range files {
		data, err := os.ReadFile(f.path)
		if err != nil {
			return err
		}
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: date}
		header.SetMode(mode(f))
		entry, err := w.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := entry.Write(data); err != nil {
			return err
		}
	}
	return w.Close()
}

func mode(f file) fs.FileMode {
	if f.executable {
		return 0o755
	}
	return 0o644
}

// sumsFile is the name of the file of checksums, in the form of sha256sum.
const sumsFile = "SHA256SUMS"

// writeSums writes the checksums of the files of a folder beside them, and returns
// them.
func writeSums(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var sums strings.Builder
	for _, entry := range entries {
		if entry.Name() == sumsFile {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), entry.Name())
	}
	return sums.String(), os.WriteFile(filepath.Join(dir, sumsFile), []byte(sums.String()), 0o644)
}
